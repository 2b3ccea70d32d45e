#include "base/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <optional>

namespace caicach
{
namespace
{

constexpr std::array<std::string_view, 3> program_folders{"/usr/local/bin/", "/usr/bin/", "/bin/"};

// A descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int number = -1) : m_number(number) {}
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }

    void close()
    {
        if (m_number >= 0) ::close(std::exchange(m_number, -1));
    }
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number{-1};
};

struct Pipe {
    Descriptor reader{};
    Descriptor writer{};
};

std::optional<Pipe> make_pipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
    return Pipe{Descriptor{ends[0]}, Descriptor{ends[1]}};
}

std::optional<std::string> find_program(const std::string& name)
{
    for (const auto folder : program_folders) {
        auto path = std::string{folder} + name;
        if (::access(path.c_str(), X_OK) == 0) return path;
    }
    return std::nullopt;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (auto& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

// All that the child needs after fork, made before it: between fork and exec of a program with
// threads nothing may allocate.
struct Launch {
    std::string program{};
    std::vector<std::string> arguments{};
    std::vector<std::string> environment{};
    std::vector<char*> argument_pointers{};
    std::vector<char*> environment_pointers{};
    std::string working_directory{};
    ChildLimits limits{};
    int null_input{};
    int output{};
    int errors{};
};

void limit_resource(int resource, std::uint64_t value)
{
    const rlimit limit{value, value};
    ::setrlimit(static_cast<__rlimit_resource_t>(resource), &limit);
}

[[noreturn]] void become_child(const Launch& launch)
{
    constexpr int not_started = 127;
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    limit_resource(RLIMIT_CORE, 0);
    limit_resource(RLIMIT_CPU, static_cast<std::uint64_t>(launch.limits.cpu_seconds));
    limit_resource(RLIMIT_AS, launch.limits.memory_bytes);
    limit_resource(RLIMIT_FSIZE, launch.limits.file_bytes);
    ::signal(SIGPIPE, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::pthread_sigmask(SIG_SETMASK, &none, nullptr);
    if (::dup2(launch.null_input, STDIN_FILENO) < 0 || ::dup2(launch.output, STDOUT_FILENO) < 0 ||
        ::dup2(launch.errors, STDERR_FILENO) < 0 ||
        ::chdir(launch.working_directory.c_str()) != 0) {
        ::_exit(not_started);
    }
    ::execve(launch.program.c_str(), launch.argument_pointers.data(),
             launch.environment_pointers.data());
    ::_exit(not_started);
}

std::int64_t monotonic_milliseconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

// glibc 2.36 forgets to call its own pidfd_open a C function.
int open_process(pid_t pid) { return static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)); }

// A child that is ended and reaped whatever happens to its owner.
class Child
{
public:
    explicit Child(pid_t pid) : m_pid(pid), m_descriptor(open_process(pid)) {}
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() { static_cast<void>(end()); }

    [[nodiscard]] int descriptor() const { return m_descriptor.number(); }
    // Ends the whole group, waits, and answers the status.
    int end()
    {
        if (m_pid <= 0) return m_status;
        ::kill(-m_pid, SIGKILL);
        while (::waitpid(m_pid, &m_status, 0) < 0 && errno == EINTR) {
        }
        m_pid = -1;
        return m_status;
    }
    // The same for one that has ended by itself: its status is its own, not our signal's.
    int reap()
    {
        if (m_pid <= 0) return m_status;
        while (::waitpid(m_pid, &m_status, 0) < 0 && errno == EINTR) {
        }
        ::kill(-m_pid, SIGKILL);
        m_pid = -1;
        return m_status;
    }

private:
    pid_t m_pid{};
    Descriptor m_descriptor;
    int m_status{};
};

enum class Reading { open, ended, too_much };

// Takes what is there. What goes beyond the bound is dropped and told.
Reading read_some(int descriptor, std::string& into, std::uint64_t size_max)
{
    std::array<char, 64 * 1024> buffer{};
    const auto count = ::read(descriptor, buffer.data(), buffer.size());
    if (count < 0) return errno == EINTR || errno == EAGAIN ? Reading::open : Reading::ended;
    if (count == 0) return Reading::ended;
    const auto size = static_cast<std::size_t>(count);
    const auto room = static_cast<std::size_t>(size_max) - into.size();
    into.append(buffer.data(), std::min(size, room));
    return size > room ? Reading::too_much : Reading::open;
}

const std::string& name_of(const Command& command) { return command.arguments.front(); }

tl::unexpected<Error> too_slow(const Command& command, int seconds)
{
    return failure(Failure::too_large, "base.process.too_slow", {},
                   {name_of(command), std::to_string(seconds)});
}

// Hears what a child says on both pipes, until it has ended or said too much.
class Listener
{
public:
    Listener(const Child& child, const Pipe& output, const Pipe& errors, const ChildLimits& limits)
        : m_limits(limits),
          m_watched{{{output.reader.number(), POLLIN, 0},
                     {errors.reader.number(), POLLIN, 0},
                     {child.descriptor(), POLLIN, 0}}}
    {
    }

    enum class State { listening, done, out_of_time, too_much, failed };
    State step()
    {
        // Once the child has ended only what lies in the pipe counts; its own children are not
        // awaited.
        const auto left = std::max<std::int64_t>(m_deadline - monotonic_milliseconds(), 0);
        const auto wait = m_has_ended ? 0 : left;
        const auto ready = ::poll(m_watched.data(), m_watched.size(), static_cast<int>(wait));
        if (ready < 0) return errno == EINTR ? State::listening : State::failed;
        if (ready == 0 && m_has_ended) return State::done;
        // A child that never stops talking is out of time too.
        if (left == 0 && !m_has_ended) return State::out_of_time;
        if (!hear(m_watched[0], m_heard.text, m_limits.output_bytes)) return State::too_much;
        static_cast<void>(hear(m_watched[1], m_heard.errors, m_limits.error_output_bytes));
        if (m_watched[2].revents != 0) {
            m_has_ended = true;
            m_watched[2].fd = -1;
        }
        return m_has_ended && m_watched[0].fd < 0 ? State::done : State::listening;
    }
    ChildOutput take() { return std::move(m_heard); }

private:
    // False where it is more than allowed.
    static bool hear(pollfd& watched, std::string& into, std::uint64_t size_max)
    {
        if (watched.fd < 0 || watched.revents == 0) return true;
        const auto reading = read_some(watched.fd, into, size_max);
        if (reading == Reading::ended) watched.fd = -1;
        return reading != Reading::too_much;
    }

    const ChildLimits& m_limits;
    std::array<pollfd, 3> m_watched;
    std::int64_t m_deadline{monotonic_milliseconds() + m_limits.wall_seconds * 1000LL};
    bool m_has_ended{};
    ChildOutput m_heard{};
};

// Listens until the child has ended; fails at the limits of time and size, and where it crashed.
Result<ChildOutput> attend(Child& child, const Pipe& output, const Pipe& errors,
                           const Command& command)
{
    Listener listener{child, output, errors, command.limits};
    auto state = Listener::State::listening;
    while (state == Listener::State::listening) state = listener.step();
    if (state == Listener::State::failed) return internal_failure("poll: " + name_of(command));
    if (state == Listener::State::out_of_time) {
        return too_slow(command, command.limits.wall_seconds);
    }
    if (state == Listener::State::too_much) {
        return failure(Failure::too_large, "base.process.too_much_output", {}, {name_of(command)});
    }
    const int status = child.reap();
    if (WIFEXITED(status)) {
        auto heard = listener.take();
        heard.exit_code = WEXITSTATUS(status);
        return heard;
    }
    const int signal = WTERMSIG(status);
    if (signal == SIGXCPU || signal == SIGKILL)
        return too_slow(command, command.limits.cpu_seconds);
    return failure(Failure::unsupported, "base.process.crashed", {},
                   {name_of(command), std::to_string(signal)});
}

}  // namespace

Result<ChildOutput> run_child(const Command& command)
{
    VERIFY(!command.arguments.empty());
    const auto program = find_program(command.arguments.front());
    if (!program) {
        return failure(Failure::unavailable, "base.process.missing", {},
                       {command.arguments.front()});
    }
    auto output = make_pipe();
    auto errors = make_pipe();
    const Descriptor null_input{::open("/dev/null", O_RDONLY | O_CLOEXEC)};
    if (!output || !errors || null_input.number() < 0) {
        return internal_failure("no descriptors left for a child");
    }
    Launch launch{.program = *program,
                  .arguments = command.arguments,
                  .environment = command.environment,
                  .working_directory = command.working_directory,
                  .limits = command.limits,
                  .null_input = null_input.number(),
                  .output = output->writer.number(),
                  .errors = errors->writer.number()};
    launch.environment.emplace_back("PATH=/usr/local/bin:/usr/bin:/bin");
    launch.environment.emplace_back("LANG=C.UTF-8");
    launch.environment.push_back("HOME=" + command.working_directory);
    launch.argument_pointers = pointers_to(launch.arguments);
    launch.environment_pointers = pointers_to(launch.environment);

    const pid_t pid = ::fork();
    if (pid < 0) return internal_failure("fork failed");
    if (pid == 0) become_child(launch);
    // Both sides set the group, so that it exists whoever runs first.
    ::setpgid(pid, pid);
    Child child{pid};
    if (child.descriptor() < 0) return internal_failure("pidfd_open failed");
    output->writer.close();
    errors->writer.close();
    return attend(child, *output, *errors, command);
}

}  // namespace caicach
