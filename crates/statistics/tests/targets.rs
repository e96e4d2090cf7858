//! Targets, their paths and where values stand.

use statistics::*;

fn goal(aim: Aim, path: Path) -> Goal {
    Goal { aim, by: 2030.0, start: Point::new(2020.0, 40.0), path, warning: None, alarm: None }
}

fn sharp(value: f64) -> Result<Estimate, Reason> {
    Ok(Estimate::new(value, value, value).unwrap())
}

#[test]
fn paths() {
    let linear = goal(Aim::AtLeast(60.0), Path::Linear);
    assert_eq!(linear.at(2025.0), Ok(Aim::AtLeast(50.0)));
    assert_eq!(linear.at(2010.0), Ok(Aim::AtLeast(40.0)));
    assert_eq!(linear.at(2035.0), Ok(Aim::AtLeast(60.0)));
    let agreed = vec![Point::new(2022.0, 41.0), Point::new(2026.0, 55.0)];
    let steps = goal(Aim::AtLeast(60.0), Path::Stepwise(agreed.clone()));
    assert_eq!(
        [2021.0, 2022.0, 2025.0, 2029.0].map(|time| steps.at(time).unwrap()),
        [40.0, 41.0, 41.0, 55.0].map(Aim::AtLeast)
    );
    let yearly = goal(Aim::AtLeast(60.0), Path::Yearly(agreed));
    assert_eq!([2021.0, 2024.0, 2028.0].map(|time| yearly.at(time).unwrap()), [40.5, 48.0, 57.5].map(Aim::AtLeast));
    let corridor = goal(Aim::Within(Interval { lower: 20.0, upper: 30.0 }), Path::Linear);
    assert_eq!(corridor.at(2025.0), Ok(Aim::AtMost(35.0)));
    let mut wrong = linear.clone();
    wrong.by = 2020.0;
    assert_eq!(wrong.at(2021.0), Err(Mistake::Order));
    let unsorted = goal(Aim::AtMost(1.0), Path::Yearly(vec![Point::new(2024.0, 1.0), Point::new(2023.0, 2.0)]));
    assert_eq!(unsorted.at(2021.0), Err(Mistake::Order));
}

#[test]
fn statuses() {
    let mut goal = goal(Aim::AtLeast(60.0), Path::Linear);
    goal.warning = Some(Aim::AtLeast(35.0));
    goal.alarm = Some(Aim::AtLeast(30.0));
    let at = |time, value| standing(&goal, time, sharp(value)).unwrap();
    assert_eq!(at(2025.0, 52.0).status, Status::OnPath);
    assert_eq!(at(2025.0, 52.0).distance, Some(Distance { to_path: 2.0, to_goal: -8.0 }));
    assert_eq!(at(2025.0, 45.0).status, Status::OffPath);
    assert_eq!(at(2025.0, 60.0).status, Status::Reached);
    assert_eq!(at(2030.0, 59.0).status, Status::Missed);
    assert_eq!(at(2025.0, 34.0).status, Status::Warning);
    assert_eq!(at(2025.0, 12.0).status, Status::Alarm);
    let withheld = standing(&goal, 2025.0, Err(Reason::Withheld)).unwrap();
    assert_eq!(withheld.status, Status::CannotBeJudged(Reason::Withheld));
    let uncertain = standing(&goal, 2025.0, Ok(Estimate::new(52.0, 48.0, 56.0).unwrap())).unwrap();
    assert_eq!((uncertain.status, uncertain.sure), (Status::OnPath, false));
    let certain = standing(&goal, 2025.0, Ok(Estimate::new(52.0, 50.5, 56.0).unwrap())).unwrap();
    assert!(certain.sure);
}

#[test]
fn corridors() {
    let corridor = Aim::Within(Interval { lower: 20.0, upper: 30.0 });
    let surely = |lower, upper| corridor.surely(Interval { lower, upper });
    assert_eq!(surely(22.0, 28.0), Some(true));
    assert_eq!(surely(15.0, 19.0), Some(false));
    assert_eq!(surely(15.0, 25.0), None);
    assert_eq!(surely(10.0, 40.0), None);
    assert_eq!((corridor.ahead(25.0), corridor.ahead(33.0)), (5.0, -3.0));
}

#[test]
fn gaps_that_are_to_halve() {
    assert_eq!(relative_goal(12.0, 0.5), Ok(Aim::AtMost(6.0)));
    assert_eq!(relative_goal(-12.0, 0.5), Ok(Aim::AtLeast(-6.0)));
    assert_eq!(relative_goal(12.0, 1.5), Err(Mistake::Probability));
    assert_eq!(relative_goal(f64::NAN, 0.5), Err(Mistake::NotFinite));
}
