//! Scheduler and executors: processes of their own, on as many machines as there are.

use std::{fs, net::SocketAddr, path::Path, sync::Arc, time::Duration};

use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use ballista_scheduler::{cluster::BallistaCluster, config::SchedulerConfig, scheduler_process::start_server};

use crate::answer::MESSAGE;

/// Files in between are removed when nobody has asked for them so long.
const KEEP: Duration = Duration::from_secs(600);

/// Hands out work until it is stopped.
pub(crate) async fn scheduler(address: SocketAddr) -> Result<(), &'static str> {
    let config = SchedulerConfig {
        bind_host: address.ip().to_string(),
        bind_port: address.port(),
        external_host: address.ip().to_string(),
        finished_job_data_clean_up_interval_seconds: KEEP.as_secs(),
        grpc_server_max_decoding_message_size: MESSAGE,
        grpc_server_max_encoding_message_size: MESSAGE,
        grpc_client_max_message_size: MESSAGE,
        ..SchedulerConfig::default()
    };
    let cluster = BallistaCluster::new_from_config(&config).await.map_err(|_| "the scheduler could not be set up")?;
    let serve = start_server(cluster, address, Arc::new(config));
    tokio::select! {
        served = serve => served.map_err(|_| "the scheduler could not listen on its address"),
        () = stopped() => Ok(()),
    }
}

/// Works until it is stopped; then what lies in between is removed.
pub(crate) async fn executor(
    scheduler: SocketAddr,
    address: SocketAddr,
    work: &Path,
    tasks: usize,
) -> Result<(), &'static str> {
    let grpc = address.port().checked_add(1).ok_or("there is no next port")?;
    fs::create_dir_all(work).map_err(|_| "the folder for files in between could not be made")?;
    // A folder of its own, so that nothing else is removed.
    let own = work.join(format!("executor-{}", address.port()));
    if own.exists() {
        fs::remove_dir_all(&own).map_err(|_| "files of an earlier executor could not be removed")?;
    }
    fs::create_dir(&own).map_err(|_| "the folder for files in between could not be made")?;
    let config = ExecutorProcessConfig {
        bind_host: address.ip().to_string(),
        external_host: Some(address.ip().to_string()),
        port: address.port(),
        grpc_port: grpc,
        scheduler_host: scheduler.ip().to_string(),
        scheduler_port: scheduler.port(),
        scheduler_connect_timeout_seconds: 30,
        vcores: tasks,
        work_dir: Some(own.to_str().ok_or("the folder has a name that is no text")?.to_owned()),
        job_data_ttl_seconds: KEEP.as_secs(),
        job_data_clean_up_interval_seconds: KEEP.as_secs(),
        grpc_max_decoding_message_size: MESSAGE,
        grpc_max_encoding_message_size: MESSAGE,
        ..ExecutorProcessConfig::default()
    };
    let done = start_executor_process(Arc::new(config)).await;
    fs::remove_dir_all(&own).map_err(|_| "files in between could not be removed")?;
    done.map_err(|_| "the executor stopped; does the scheduler run at this address?")
}

/// Until somebody stops the process.
async fn stopped() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
