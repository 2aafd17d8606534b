"""Reports that were not made from a template: any office's table, whatever file it comes in, as a plan's report."""
