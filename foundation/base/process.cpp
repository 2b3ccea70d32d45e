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
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
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
    std::array<char, 64 * 1024> buffer;
    const auto count = ::read(descriptor, buffer.data(), buffer.size());
    if (count < 0) return errno == EINTR || errno == EAGAIN ? Reading::open : Reading::ended;
    if (count == 0) return Reading::ended;
    const auto size = static_cast<std::size_t>(count);
    const auto room = static_cast<std::size_t>(size_max) - into.size();
    into.append(buffer.data(), std::min(size, room));
    return size > room ? Reading::too_much : Reading::open;
}

std::string limit_name(const Command& command) { return command.arguments.front(); }

// Reads both pipes until the child has ended; fails at the limits of time and size.
Result<ChildOutput> attend(Child& child, Pipe& output, Pipe& errors, const Command& command)
{
    const auto& limits = command.limits;
    const auto deadline = monotonic_milliseconds() + limits.wall_seconds * 1000LL;
    ChildOutput result;
    std::array<pollfd, 3> watched{{{output.reader.number(), POLLIN, 0},
                                   {errors.reader.number(), POLLIN, 0},
                                   {child.descriptor(), POLLIN, 0}}};
    bool has_ended = false;
    while (!has_ended || watched[0].fd >= 0) {
        const auto left = deadline - monotonic_milliseconds();
        // Once the child has ended only what lies in the pipe counts; grandchildren are not
        // awaited.
        const auto wait = has_ended ? 0 : std::max<std::int64_t>(left, 0);
        const auto ready = ::poll(watched.data(), watched.size(), static_cast<int>(wait));
        if (ready < 0 && errno == EINTR) continue;
        if (ready < 0) return internal_failure("poll failed for " + limit_name(command));
        if (ready == 0) {
            if (has_ended) break;
            return failure(Failure::too_large, "base.process.too_slow", {},
                           {limit_name(command), std::to_string(limits.wall_seconds)});
        }
        if (watched[0].revents != 0) {
            const auto state = read_some(watched[0].fd, result.text, limits.output_bytes);
            if (state == Reading::too_much) {
                return failure(Failure::too_large, "base.process.too_much_output", {},
                               {limit_name(command)});
            }
            if (state == Reading::ended) watched[0].fd = -1;
        }
        if (watched[1].revents != 0) {
            const auto state = read_some(watched[1].fd, result.errors, limits.error_output_bytes);
            if (state == Reading::ended) watched[1].fd = -1;
        }
        if (watched[2].revents != 0) {
            has_ended = true;
            watched[2].fd = -1;
        }
    }
    const int status = child.reap();
    if (WIFEXITED(status)) {
        result.exit_code = WEXITSTATUS(status);
        return result;
    }
    const int signal = WTERMSIG(status);
    if (signal == SIGXCPU || signal == SIGKILL) {
        return failure(Failure::too_large, "base.process.too_slow", {},
                       {limit_name(command), std::to_string(limits.cpu_seconds)});
    }
    return failure(Failure::unsupported, "base.process.crashed", {},
                   {limit_name(command), std::to_string(signal)});
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
