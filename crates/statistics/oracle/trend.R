# Mann-Kendall, Theil-Sen, Yue and Wang, logistic and Poisson regression, diversity, dissimilarity.
source("common.R")
suppressMessages(library(vegan))
header("vegan")
sen <- function(t, x) { s <- outer(x, x, "-") / outer(t, t, "-"); median(s[lower.tri(s)]) }
s_of <- function(x) { d <- sign(outer(x, x, "-")); sum(d[lower.tri(d)]) }
set.seed(21)
series <- list(list(2015:2019, c(10, 15, 14, 20, 24)), list(2010:2019, c(31, 30, 33, 29, 35, 34, 38, 36, 41, 37)),
  list(c(2001, 2003:2006, 2010:2014), round(cumsum(rnorm(10)), 5)), list(2000:2008, round(runif(9), 3)),
  list(2000:2005, c(3, 1, 4, 5, 9, 2)), list(2000:2006, c(7, 6, 5, 8, 3, 2, 1)))
for (k in series) {
  test <- cor.test(k[[1]], k[[2]], method = "kendall", exact = TRUE)
  row("kendall_exact", c(k[[1]], k[[2]]), c(s_of(k[[2]]), test$estimate, test$p.value))
  row("sen", c(k[[1]], k[[2]]), sen(k[[1]], k[[2]]))
}
tied <- list(list(1:12, c(3, 3, 4, 2, 5, 5, 5, 7, 6, 8, 8, 9)), list(1:8, c(1, 1, 0, 1, 0, 0, 1, 0)),
  list(c(1, 2, 4, 5, 6, 9, 10, 12, 13), c(4, 4, 4, 3, 3, 2, 5, 2, 2)))
for (k in tied) {
  test <- suppressWarnings(cor.test(k[[1]], k[[2]], method = "kendall", exact = FALSE, continuity = TRUE))
  row("kendall_tied", c(k[[1]], k[[2]]), c(s_of(k[[2]]), test$estimate, test$p.value))
}
# Yue and Wang 2004 with the first autocorrelation of the ranks of what the slope leaves, corrected for its bias.
correction <- function(t, x) {
  n <- length(x)
  rho <- acf(rank(x - sen(t, x) * t), lag.max = 1, plot = FALSE)$acf[2]
  rho <- min(max((n * rho + 2) / (n - 4), 0), 0.95)
  k <- 1:(n - 1)
  1 + 2 * sum((1 - k / n) * rho^k)
}
for (n in c(8, 10, 14, 20, 30, 45)) {
  x <- round(as.numeric(arima.sim(list(ar = 0.5), n)) + 0.05 * (1:n), 3)
  row("yue_wang", c(1:n, x), correction(1:n, x))
}
year <- 2010:2019
n <- c(420, 433, 451, 447, 460, 472, 468, 480, 491, 503)
y <- c(101, 112, 109, 121, 118, 131, 140, 133, 151, 149)
wild <- c(101, 160, 80, 171, 90, 181, 100, 133, 181, 109)
gaps <- c(1, 2, 4, 5, 8, 9, 10)
glms <- list(list("logistic", year, y, n), list("logistic", year, wild, n), list("logistic", year[gaps], y[gaps], n[gaps]),
  list("poisson", year, y / 10 * 10, n * 12.5), list("poisson", year[gaps], wild[gaps], n[gaps]))
for (k in glms) {
  t <- k[[2]] - 2014
  model <- if (k[[1]] == "logistic") glm(cbind(k[[3]], k[[4]] - k[[3]]) ~ t, quasibinomial, control = list(epsilon = 1e-12))
    else glm(k[[3]] ~ t + offset(log(k[[4]])), quasipoisson, control = list(epsilon = 1e-12))
  s <- summary(model)
  # The line in 2021 and its standard error.
  at <- c(1, 7)
  error <- sqrt(drop(at %*% vcov(model) %*% at))
  row(k[[1]], c(k[[2]], k[[3]], k[[4]]),
    c(coef(model)[2], s$coefficients[2, 2] / sqrt(s$dispersion), s$dispersion, sum(coef(model) * at), error / sqrt(s$dispersion)))
}
for (x in list(c(120, 30, 14, 5, 1), c(10, 10, 10), c(300, 0, 44))) {
  p <- x / sum(x)
  row("diversity", x, c(1 - sum(x * (x - 1)) / (sum(x) * (sum(x) - 1)), diversity(x), simpson.unb = diversity(x, "simpson")))
}
a <- c(4, 10, 7, 3, 22, 1, 9, 5); b <- c(60, 90, 40, 70, 110, 30, 95, 20)
index <- function(a, b) sum(abs(a / sum(a) - b / sum(b))) / 2
set.seed(99)
samples <- replicate(200000, { d <- rbinom(length(a), a + b, a / (a + b)); index(d, a + b - d) })
row("dissimilarity", c(a, b), c(index(a, b), 2 * index(a, b) - mean(samples), 2 * index(a, b) - quantile(samples, c(0.975, 0.025))))
