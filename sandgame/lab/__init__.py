"""whole games by bots, many at once: simulate, gates, benchmarks, anchors, worths, what-ifs, validity"""
