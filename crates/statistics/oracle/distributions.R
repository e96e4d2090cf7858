# Distribution functions and quantiles.
source("common.R")
header()
p <- c(1e-12, 1e-6, 0.001, 0.025, 0.05, 0.3, 0.5, 0.8, 0.975, 0.995, 1 - 1e-9)
for (x in c(-30, -8, -1.96, -0.3, 0, 0.7, 2.5, 6)) row("normal_cdf", x, pnorm(x))
for (q in p) row("normal_quantile", q, qnorm(q))
for (df in c(0.7, 1, 3, 10.5, 28, 500, 1e6)) {
  for (x in c(-40, -2.1, -0.01, 0.5, 3, 12)) row("t_cdf", c(x, df), pt(x, df))
  for (q in p) row("t_quantile", c(q, df), qt(q, df))
}
for (shape in c(0.3, 1, 4.5, 40, 1234, 2.5e5)) {
  for (q in p) row("gamma_quantile", c(q, shape), qgamma(q, shape))
  for (f in c(0.01, 0.5, 0.9, 1, 1.1, 2)) row("gamma_cdf", c(f * shape, shape), pgamma(f * shape, shape))
}
for (df in c(1, 2, 7, 60)) for (q in p) row("chi_squared_quantile", c(q, df), qchisq(q, df))
for (a in c(0.5, 1, 3, 81, 4000)) for (b in c(0.5, 2, 19, 700, 90000)) {
  for (q in c(0.001, 0.025, 0.4, 0.975, 0.999)) row("beta_quantile", c(q, a, b), qbeta(q, a, b))
  for (x in c(1e-4, 0.01, 0.2, 0.5, 0.95)) row("beta_cdf", c(x, a, b), pbeta(x, a, b))
}
for (n in c(1, 7, 150, 1e5)) for (f in c(0, 0.1, 0.5, 1)) for (q in c(0.001, 0.3, 0.5, 0.9)) {
  row("binomial_mass", c(round(f * n), n, q), dbinom(round(f * n), n, q))
}
for (m in c(0.2, 3, 60, 12345)) for (x in round(m * c(0, 0.5, 1, 1.3))) row("poisson_mass", c(x, m), dpois(x, m))
