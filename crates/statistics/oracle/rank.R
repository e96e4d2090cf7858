# Spearman's rank correlation.
source("common.R")
header()
set.seed(7)
pairs <- list(
  # The measurements of intelligence and hours of television by which the method is often taught.
  list(c(106, 100, 86, 101, 99, 103, 97, 113, 112, 110), c(7, 27, 2, 50, 28, 29, 20, 12, 6, 17)),
  list(c(1, 2, 2, 3, 5, 5, 5), c(4, 4, 6, 1, 0, 2, 2)),
  list(c(0.5, 0.1, -3, 2), c(1, 0, -1, 9)),
  list(round(rnorm(12), 1), round(rnorm(12), 1)))
for (k in pairs) row("spearman", c(k[[1]], k[[2]]), cor(k[[1]], k[[2]], method = "spearman"))
