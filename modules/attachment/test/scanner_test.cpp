#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <cstring>
#include <fstream>
#include <string>
#include <thread>
#include <utility>

#include "attachment/clamd.hpp"
#include "attachment/download_handlers.hpp"
#include "attachment/scanning.hpp"
#include "base/process.hpp"
#include "jobs/worker.hpp"
#include "room.hpp"

namespace caicach::attachment
{
namespace
{

/// The test file that every scanner knows, in two halves: whole it would be found in this source.
std::string eicar()
{
    return std::string("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-") +
           "ANTIVIRUS-TEST-FILE!$H+H*";
}

/// A daemon that says what it is told to, once the whole stream has come.
class FakeDaemon
{
public:
    enum class Manner { answers, hangs_up, is_silent };

    FakeDaemon(std::string path, std::string answer, Manner manner = Manner::answers)
        : m_answer(std::move(answer)),
          m_manner(manner),
          m_listener(::socket(AF_UNIX, SOCK_STREAM, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.copy(address.sun_path, sizeof(address.sun_path) - 1);
        REQUIRE(::bind(m_listener, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0);
        REQUIRE(::listen(m_listener, 4) == 0);
        m_thread = std::thread([this] { serve(); });
    }
    FakeDaemon(const FakeDaemon&) = delete;
    FakeDaemon& operator=(const FakeDaemon&) = delete;
    ~FakeDaemon()
    {
        m_is_ending = true;
        m_thread.join();
        ::close(m_listener);
    }

    /// What the last conversation sent, without the lengths of the pieces.
    std::string heard{};

private:
    void serve()
    {
        while (!m_is_ending) {
            pollfd watched{m_listener, POLLIN, 0};
            if (::poll(&watched, 1, 20) <= 0) continue;
            const int visitor = ::accept(m_listener, nullptr, nullptr);
            if (m_manner == Manner::answers) {
                listen_to(visitor);
                const auto sent = ::send(visitor, m_answer.data(), m_answer.size(), MSG_NOSIGNAL);
                static_cast<void>(sent);
            }
            while (m_manner == Manner::is_silent && !m_is_ending) ::usleep(10'000);
            ::close(visitor);
        }
    }
    static std::string take(int from, std::size_t size)
    {
        std::string bytes(size, '\0');
        bytes.resize(static_cast<std::size_t>(
            std::max<ssize_t>(::recv(from, bytes.data(), size, MSG_WAITALL), 0)));
        return bytes;
    }
    void listen_to(int visitor)
    {
        heard = take(visitor, 6);
        if (heard == std::string("zPING\0", 6)) return;
        heard += take(visitor, 4);
        while (true) {
            const auto length = take(visitor, 4);
            if (length.size() < 4) return;
            std::uint32_t size = 0;
            std::memcpy(&size, length.data(), sizeof(size));
            if (size == 0) return;
            heard += take(visitor, ntohl(size));
        }
    }

    std::string m_answer;
    Manner m_manner;
    int m_listener;
    std::atomic<bool> m_is_ending{};
    std::thread m_thread{};
};

using namespace std::string_literals;

/// "stream: OK" and the zero byte behind it.
std::string ended(std::string_view answer) { return std::string(answer) + '\0'; }

std::string socket_in(const Room& room) { return room.folder.path() + "/clamd"; }

void use_scanner(Room& room, bool takes_unscanned = false, int seconds = 5)
{
    room.services.virus_scanner = {
        .address = socket_in(room), .seconds = seconds, .takes_unscanned = takes_unscanned};
}

std::string key_of(const Result<KeptFile>& kept)
{
    return kept ? std::string(key_of(kept->scan)) : kept.error().key;
}

/// Runs the jobs that are due, once.
int run_jobs(Room& room)
{
    const auto manifest = module();
    jobs::Worker worker(*room.services.database, room.clock);
    for (const auto& job : manifest.jobs())
        worker.register_kind(std::string(job.kind), job.limits, [&](jobs::JobContext& running) {
            auto context = room.context();
            return job.handler(context, running);
        });
    return worker.run_due();
}

/// The real daemon with one signature, that of the test file; ended with this object.
class RealDaemon
{
public:
    static constexpr const char* program = "/usr/sbin/clamd";
    [[nodiscard]] static bool is_installed() { return ::access(program, X_OK) == 0; }

    explicit RealDaemon(const Room& room)
    {
        const auto folder = room.folder.path();
        std::filesystem::create_directory(folder + "/signatures");
        const auto signatures = room.folder.write(
            "signatures/test.ndb", "Caicach.Test.Eicar:0:*:" + crypto::hex(eicar()) + "\n");
        REQUIRE(std::filesystem::exists(signatures));
        const auto settings = room.folder.write(
            "clamd.conf", "Foreground yes\nDatabaseDirectory " + folder + "/signatures\n" +
                              "LocalSocket " + socket_in(room) + "\nLogFile " + folder +
                              "/clamd.log\nMaxThreads 2\n");
        std::string option = "--config-file=" + settings;
        std::string name = program;
        std::array<char*, 3> arguments{name.data(), option.data(), nullptr};
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        for (const int output : {STDOUT_FILENO, STDERR_FILENO})
            ::posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0);
        REQUIRE(::posix_spawn(&m_pid, program, &actions, nullptr, arguments.data(), environ) == 0);
        ::posix_spawn_file_actions_destroy(&actions);
        const Clamd clamd(socket_in(room), 2);
        for (int tries = 0; tries < 300 && !clamd.ping(); ++tries) ::usleep(100'000);
        REQUIRE(clamd.ping());
    }
    RealDaemon(const RealDaemon&) = delete;
    RealDaemon& operator=(const RealDaemon&) = delete;
    ~RealDaemon()
    {
        ::kill(m_pid, SIGTERM);
        ::waitpid(m_pid, nullptr, 0);
    }

private:
    pid_t m_pid{};
};

}  // namespace

TEST_CASE("without a scanner files are taken in, and marked as never scanned")
{
    in_room([](Room& room) { CHECK(attach(room, pdf_bytes()).scan == Scan::none); });
}

TEST_CASE("the scanner gets the bytes as they were brought, and its word counts")
{
    in_room([](Room& room) {
        use_scanner(room);
        {
            const FakeDaemon daemon(socket_in(room), ended("stream: OK"));
            CHECK(attach(room, pdf_bytes("sạch")).scan == Scan::clean);
            CHECK(daemon.heard == std::string("zINSTREAM\0", 10) + pdf_bytes("sạch"));
        }
        ::unlink(socket_in(room).c_str());
        const FakeDaemon daemon(socket_in(room), ended("stream: Thu.Xau-1 FOUND"));
        const auto refused = keep_bytes(room, pdf_bytes("bẩn"));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "attachment.infected");
        CHECK(refused.error().arguments == std::vector<std::string>{"Thu.Xau-1"});
        CHECK(files_in(room, "") == 1);
    });
}

TEST_CASE("a scanner that is gone, slow, silent or talks nonsense lets nothing in")
{
    in_room([](Room& room) {
        use_scanner(room, false, 1);
        CHECK(key_of(keep_bytes(room, pdf_bytes())) == "attachment.scanner_away");
        using Manner = FakeDaemon::Manner;
        for (const auto& [answer, manner] :
             {std::pair{ended("stream: OK!"), Manner::answers},
              std::pair{ended("INSTREAM size limit exceeded. ERROR"), Manner::answers},
              std::pair{ended("stream:  FOUND"), Manner::answers},
              std::pair{"\x01\x02\xff"s, Manner::answers},
              std::pair{std::string(9000, 'x'), Manner::answers}, std::pair{""s, Manner::hangs_up},
              std::pair{""s, Manner::is_silent}}) {
            ::unlink(socket_in(room).c_str());
            const FakeDaemon daemon(socket_in(room), answer, manner);
            CAPTURE(answer);
            CHECK(key_of(keep_bytes(room, pdf_bytes())) == "attachment.scanner_away");
        }
        CHECK(files_in(room, "") == 0);
    });
}

TEST_CASE("an address that is not of this machine is never spoken to")
{
    for (const auto* address : {"192.0.2.1:3310", "localhost:3310", "127.0.0.1:", "127.0.0.1",
                                "127.0.0.1:99999", "[::2]:3310", "clamd"}) {
        CAPTURE(address);
        const auto answered = Clamd(address, 1).ping();
        REQUIRE_FALSE(answered);
        CHECK(answered.error().key == "attachment.scanner_away");
        CHECK(answered.error().detail.ends_with("is no local address"));
    }
}

TEST_CASE("where files are taken in without the scanner, they are scanned when it is back")
{
    in_room([](Room& room) {
        room.let_read();
        use_scanner(room, true, 1);
        const auto clean = attach(room, pdf_bytes("sạch"));
        CHECK(clean.scan == Scan::waiting);
        CHECK(run_jobs(room) == 1);  // still away: it is tried again later
        auto transaction = MUST(room.services.database->read());
        CHECK(MUST(find(transaction, clean.id)).scan == Scan::waiting);
        room.clock.set_today(*Date::create(2026, 3, 16));
        const FakeDaemon daemon(socket_in(room), ended("stream: OK"));
        CHECK(run_jobs(room) == 1);
        auto later = MUST(room.services.database->read());
        CHECK(MUST(find(later, clean.id)).scan == Scan::clean);
    });
}

TEST_CASE("what is found to be infected later is handed out no longer, and audited")
{
    in_room([](Room& room) {
        room.let_read();
        use_scanner(room, true, 1);
        const auto added = attach(room, pdf_bytes("bẩn"));
        const auto ask = [&] {
            http::RequestParts parts;
            parts.target = "/tep/code";
            auto request = MUST(http::Request::create(std::move(parts)));
            request.set_path_parameters({{"code", added.code}});
            auto context = room.context();
            return download(context, request);
        };
        CHECK(ask());
        const FakeDaemon daemon(socket_in(room), ended("stream: Thu.Xau-1 FOUND"));
        CHECK(run_jobs(room) == 1);
        CHECK(room.recorder.lines.back().starts_with("attachment.blocked"));
        const auto refused = ask();
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "attachment.blocked");
        auto transaction = MUST(room.services.database->read());
        CHECK(MUST(fault_counts(transaction)).infected == 1);
    });
}

TEST_CASE("the check says where the scanner does not answer")
{
    in_room([](Room& room) {
        const auto manifest = module();
        const auto& check = manifest.checks()[1];
        auto context = room.context();
        CHECK(MUST(check.run(context)).empty());
        use_scanner(room, false, 1);
        CHECK(MUST(check.run(context)).size() == 1);
        const FakeDaemon daemon(socket_in(room), ended("PONG"));
        CHECK(MUST(check.run(context)).empty());
    });
}

TEST_CASE("the real daemon finds the test virus, in a PDF too, and lets others through")
{
    if (!RealDaemon::is_installed()) {
        MESSAGE("skipped: clamav-daemon is not installed");
        return;
    }
    in_room([](Room& room) {
        const RealDaemon daemon(room);
        use_scanner(room, false, 30);
        CHECK(attach(room, pdf_bytes("kế hoạch")).scan == Scan::clean);
        for (const auto& bytes : {eicar(), pdf_bytes(eicar())}) {
            const auto refused = keep_bytes(room, bytes);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().key == "attachment.infected");
            CHECK(refused.error().arguments.at(0).starts_with("Caicach.Test.Eicar"));
        }
        CHECK(files_in(room, "") == 1);
    });
}

}  // namespace caicach::attachment
