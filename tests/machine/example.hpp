// The programs that handouts/model.md is about.
#pragma once

void weigh_all();
void count_close();
void count_apart();
long sum_by_rows();
long sum_by_columns();
