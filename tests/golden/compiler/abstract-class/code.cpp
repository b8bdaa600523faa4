class Task {
  public:
    virtual ~Task() = default;
    virtual void run() = 0;
};

class PrintTask : public Task {
  public:
    void run() const;
};

void work() {
    PrintTask task;
    task.run();
}
