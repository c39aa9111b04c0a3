"""log + marks + benchmarks -> timeline, turning points, comparisons, chart numbers"""
