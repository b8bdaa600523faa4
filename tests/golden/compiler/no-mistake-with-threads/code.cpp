int count() {
    int total = 0;
    totl = 1;
    return total
}
