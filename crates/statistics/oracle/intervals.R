# Intervals of single values, differences and ratios; families of p-values; exact coverage.
source("common.R")
header("epitools")
wilson <- function(x, n, level = 0.95) as.numeric(prop.test(x, n, conf.level = level, correct = FALSE)$conf.int)
cp <- function(x, n, level = 0.95) as.numeric(binom.test(x, n, conf.level = level)$conf.int)
counts <- list(c(0, 1), c(1, 1), c(0, 20), c(3, 10), c(1, 29), c(15, 148), c(81, 263), c(499, 1000), c(98765, 200000))
for (k in counts) for (level in c(0.9, 0.95, 0.99)) {
  row("wilson", c(k, level), suppressWarnings(wilson(k[1], k[2], level)))
  row("clopper_pearson", c(k, level), cp(k[1], k[2], level))
}
# The same formula as in Breslow and Day, not the variant with half an event added.
byar <- function(x, level) {
  z <- qnorm(1 - (1 - level) / 2)
  lower <- if (x == 0) 0 else x * pmax(0, 1 - 1 / (9 * x) - z / (3 * sqrt(x)))^3
  c(lower, (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1)))^3)
}
for (x in c(0, 1, 2, 5, 9, 10, 20, 50, 100, 1234)) for (level in c(0.95, 0.99)) {
  row("rate_exact", c(x, 250, level), as.numeric(poisson.test(x, 250, conf.level = level)$conf.int))
  row("rate_byar", c(x, 250, level), byar(x, level) / 250)
}
set.seed(11)
for (n in c(2, 5, 40)) {
  x <- round(rnorm(n, 20, 4), 2)
  row("mean", c(mean(x), sd(x), n, 0.95), as.numeric(t.test(x)$conf.int))
  y <- round(rnorm(n + 3, 22, 9), 2)
  test <- t.test(x, y)
  row("mean_difference", c(mean(x), sd(x), n, mean(y), sd(y), n + 3, 0.95), c(as.numeric(test$conf.int), test$p.value))
}
# Newcombe's method 10 from the score intervals of prop.test, and the level at which it touches zero.
newcombe <- function(a, m, b, n, level) {
  ia <- suppressWarnings(wilson(a, m, level)); ib <- suppressWarnings(wilson(b, n, level))
  d <- a / m - b / n
  c(d - sqrt((a / m - ia[1])^2 + (ib[2] - b / n)^2), d + sqrt((ia[2] - a / m)^2 + (b / n - ib[1])^2))
}
touching <- function(a, m, b, n) {
  bound <- function(level) newcombe(a, m, b, n, level)[if (a / m > b / n) 1 else 2]
  1 - uniroot(bound, c(1e-6, 1 - 1e-10), tol = 1e-13)$root
}
pairs <- list(c(56, 70, 48, 80), c(9, 10, 3, 10), c(5, 56, 0, 29), c(63, 210, 96, 240), c(2, 400, 9, 500), c(40, 90, 41, 95))
for (k in pairs) {
  row("share_difference", c(k, 0.95), c(newcombe(k[1], k[2], k[3], k[4], 0.95), touching(k[1], k[2], k[3], k[4])))
  row("share_score_p", k, suppressWarnings(prop.test(k[c(1, 3)], k[c(2, 4)], correct = FALSE)$p.value))
}
# A part against its whole: the variance of the difference of two shares that share persons, by the general formula
# V(part) + V(whole) - 2 Cov, with Cov = f V(part). Wald form; the test compares standard errors for large counts.
for (k in list(c(30000, 100000, 140000, 400000), c(5000, 20000, 400000, 1000000))) {
  p <- k[1] / k[2]; f <- k[2] / k[4]; q <- (k[3] - k[1]) / (k[4] - k[2])
  vp <- p * (1 - p) / k[2]; vq <- q * (1 - q) / (k[4] - k[2])
  vw <- f^2 * vp + (1 - f)^2 * vq
  row("part_and_whole_shares", c(k, 0.95), c(p - k[3] / k[4], sqrt(vp + vw - 2 * f * vp)))
}
for (k in list(c(30, 100, 20, 120), c(7, 50, 19, 60))) {
  table <- matrix(c(k[4] - k[3], k[2] - k[1], k[3], k[1]), 2)
  row("share_ratio_log", c(k, 0.95), suppressWarnings(epitools::riskratio.wald(table)$measure[2, ]))
}
for (k in list(c(30, 1000, 20, 1200), c(7, 510, 19, 640))) {
  table <- matrix(c(k[3], k[1], k[4], k[2]), 2)
  row("rate_ratio_log", c(k, 0.95), suppressWarnings(epitools::rateratio.wald(table)$measure[2, ]))
}
for (n in c(1, 6, 25)) { p <- round(runif(n)^2, 2); row("benjamini_hochberg", p, p.adjust(p, "BH")) }
covered <- function(method, n, p, level) sum(sapply(0:n, function(k) {
  i <- suppressWarnings(method(k, n, level)); dbinom(k, n, p) * (i[1] <= p && p <= i[2]) }))
for (n in c(5, 20, 50, 130)) for (p in c(0.01, 0.1, 0.37, 0.5)) {
  row("coverage_wilson", c(n, p, 0.95), covered(wilson, n, p, 0.95))
  row("coverage_clopper_pearson", c(n, p, 0.95), covered(cp, n, p, 0.95))
}
for (m in c(0.7, 4, 23.5)) row("coverage_exact", c(m, 0.95), sum(sapply(0:200, function(k) {
  i <- poisson.test(k)$conf.int; dpois(k, m) * (i[1] <= m && m <= i[2]) })))
