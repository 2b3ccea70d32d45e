#include "base/service_manager.hpp"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdlib>
#include <string>

#include "base/process.hpp"

namespace
{

using caicach::tell_service_manager;

// One thread: nobody else looks at the environment meanwhile.
// NOLINTBEGIN(concurrency-mt-unsafe)
void name_listener(const std::string& path) { ::setenv("NOTIFY_SOCKET", path.c_str(), 1); }
void name_nobody() { ::unsetenv("NOTIFY_SOCKET"); }
// NOLINTEND(concurrency-mt-unsafe)

/// A listener as systemd is one, at a path or ("@…") in the kernel's own name space.
class Listener
{
public:
    explicit Listener(std::string path) : m_path(std::move(path))
    {
        sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
        m_path.copy(address.sun_path, m_path.size());
        if (m_path.front() == '@') address.sun_path[0] = '\0';
        const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + m_path.size());
        REQUIRE(::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), length) == 0);
        name_listener(m_path);
    }
    ~Listener()
    {
        name_nobody();
        ::close(m_socket);
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    [[nodiscard]] std::string hear() const
    {
        std::array<char, 200> heard{};
        const auto count = ::recv(m_socket, heard.data(), heard.size(), MSG_DONTWAIT);
        return {heard.data(), count < 0 ? 0 : static_cast<std::size_t>(count)};
    }

private:
    std::string m_path;
    int m_socket{::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)};
};

}  // namespace

TEST_CASE("the service manager hears each state, whole, however its socket is named")
{
    const auto folder = MUST(caicach::TemporaryDirectory::create());
    for (const auto& path :
         {folder.path() + "/notify", "@caicach-test-" + std::to_string(::getpid())}) {
        CAPTURE(path);
        const Listener listener{path};
        CHECK(tell_service_manager("READY=1"));
        CHECK(listener.hear() == "READY=1");
        CHECK(tell_service_manager("STOPPING=1"));
        CHECK(listener.hear() == "STOPPING=1");
    }
}

TEST_CASE("without a service manager nothing is told, and a wrong address is noticed")
{
    name_nobody();
    CHECK(tell_service_manager("READY=1"));
    for (const auto& path :
         {std::string{"/nonexistent/notify"}, std::string(200, 'x'), std::string{}}) {
        name_listener(path);
        CHECK_FALSE(tell_service_manager("READY=1"));
    }
    name_nobody();
}
