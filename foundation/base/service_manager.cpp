#include "base/service_manager.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>

namespace caicach
{

bool tell_service_manager(std::string_view state)
{
    const char* named = std::getenv("NOTIFY_SOCKET");  // NOLINT(concurrency-mt-unsafe): see header
    if (named == nullptr) return true;
    const std::string_view path{named};
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    if (path.empty() || path.size() >= sizeof address.sun_path) return false;
    path.copy(address.sun_path, path.size());
    // "@name" is a socket of the kernel's own name space, whose first byte is zero.
    if (path.front() == '@') address.sun_path[0] = '\0';

    const int descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return false;
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
    const auto* any = reinterpret_cast<const sockaddr*>(&address);
    const auto sent = ::sendto(descriptor, state.data(), state.size(), MSG_NOSIGNAL, any, length);
    ::close(descriptor);
    return sent == static_cast<ssize_t>(state.size());
}

}  // namespace caicach
