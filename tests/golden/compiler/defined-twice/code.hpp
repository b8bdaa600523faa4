#pragma once

int counter = 0;

void count() { ++counter; }
