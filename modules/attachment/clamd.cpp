#include "attachment/clamd.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/core.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <optional>
#include <system_error>
#include <utility>

#include "attachment/descriptor.hpp"
#include "attachment/limits.hpp"

namespace caicach::attachment
{

namespace
{

tl::unexpected<Error> away(std::string why)
{
    return tl::unexpected(Error{
        Failure::unavailable, "attachment.scanner_away", "file", {}, "clamd: " + std::move(why)});
}

std::string reason() { return std::generic_category().message(errno); }

std::int64_t monotonic_milliseconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

struct Address {
    sockaddr_storage storage{};
    socklen_t size{};
};

template <class Kind>
Address address_of(const Kind& kind)
{
    static_assert(sizeof(Kind) <= sizeof(sockaddr_storage));
    Address address{.size = sizeof(Kind)};
    std::memcpy(&address.storage, &kind, sizeof(Kind));
    return address;
}

std::optional<Address> unix_address(std::string_view path)
{
    sockaddr_un address{};
    if (path.size() >= sizeof(address.sun_path)) return std::nullopt;
    address.sun_family = AF_UNIX;
    std::ranges::copy(path, std::begin(address.sun_path));
    return address_of(address);
}

std::optional<Address> parse_address(std::string_view text)
{
    if (text.starts_with('/')) return unix_address(text);
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) return std::nullopt;
    std::uint16_t port = 0;
    const auto digits = text.substr(colon + 1);
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (parsed.ec != std::errc{} || parsed.ptr != digits.data() + digits.size())
        return std::nullopt;
    const auto host = text.substr(0, colon);
    if (host == "127.0.0.1") {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address_of(address);
    }
    if (host != "[::1]") return std::nullopt;
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_port = htons(port);
    address.sin6_addr = in6addr_loopback;
    return address_of(address);
}

/// One conversation, all of it within one time.
class Conversation
{
public:
    [[nodiscard]] static Result<Conversation> begin(const std::string& where, int seconds)
    {
        const auto address = parse_address(where);
        if (!address) return away(where + " is no local address");
        Conversation conversation(seconds);
        conversation.m_socket = Descriptor(
            ::socket(address->storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        const auto number = conversation.m_socket.number();
        if (number < 0) return away(reason());
        if (::connect(number, reinterpret_cast<const sockaddr*>(&address->storage),
                      address->size) == 0)
            return conversation;
        if (errno != EINPROGRESS) return away(reason());
        TRY(conversation.wait_for(POLLOUT));
        int error = 0;
        socklen_t size = sizeof(error);
        ::getsockopt(number, SOL_SOCKET, SO_ERROR, &error, &size);
        if (error != 0) return away(std::generic_category().message(error));
        return conversation;
    }

    [[nodiscard]] Result<void> say(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto count = ::send(m_socket.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count >= 0) {
                bytes.remove_prefix(static_cast<std::size_t>(count));
            } else if (errno == EAGAIN) {
                TRY(wait_for(POLLOUT));
            } else if (errno != EINTR) {
                return away(reason());
            }
        }
        return {};
    }

    /// Up to the zero byte that ends an answer.
    [[nodiscard]] Result<std::string> hear()
    {
        std::string answer;
        while (answer.size() < limits::scanner_answer_bytes_max) {
            std::array<char, 512> buffer{};
            const auto count = ::recv(m_socket.number(), buffer.data(), buffer.size(), 0);
            if (count == 0) return away("it hung up");
            if (count > 0) {
                answer.append(buffer.data(), static_cast<std::size_t>(count));
                const auto end = answer.find('\0');
                if (end != std::string::npos) return answer.substr(0, end);
            } else if (errno == EAGAIN) {
                TRY(wait_for(POLLIN));
            } else if (errno != EINTR) {
                return away(reason());
            }
        }
        return away("its answer has no end");
    }

private:
    explicit Conversation(int seconds) : m_deadline(monotonic_milliseconds() + seconds * 1000LL) {}

    Result<void> wait_for(short what) const
    {
        pollfd watched{m_socket.number(), what, 0};
        const auto left = m_deadline - monotonic_milliseconds();
        if (left <= 0) return away("it is too slow");
        const auto ready = ::poll(&watched, 1, static_cast<int>(left));
        if (ready == 0) return away("it is too slow");
        if (ready < 0 && errno != EINTR) return away(reason());
        return {};
    }

    Descriptor m_socket{};
    std::int64_t m_deadline;
};

std::string length_of(std::size_t size)
{
    const auto number = htonl(static_cast<std::uint32_t>(size));
    std::string bytes(sizeof(number), '\0');
    std::memcpy(bytes.data(), &number, sizeof(number));
    return bytes;
}

Result<void> send_file(Conversation& conversation, const std::string& path)
{
    using namespace std::string_view_literals;
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open()) return internal_failure("cannot open " + path);
    TRY(conversation.say("zINSTREAM\0"sv));
    std::string piece(limits::piece_bytes, '\0');
    while (true) {
        const auto count = ::read(file.number(), piece.data(), piece.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return internal_failure("cannot read " + path);
        if (count == 0) return conversation.say(length_of(0));
        const auto size = static_cast<std::size_t>(count);
        TRY(conversation.say(length_of(size)));
        TRY(conversation.say(std::string_view(piece).substr(0, size)));
    }
}

std::string printable(std::string_view text)
{
    std::string shown(text.substr(0, 200));
    std::ranges::replace_if(shown, [](char c) { return c < 0x20 || c > 0x7e; }, '?');
    return shown;
}

}  // namespace

Clamd::Clamd(std::string address, int seconds) : m_address(std::move(address)), m_seconds(seconds)
{
}

Result<Verdict> Clamd::scan(const std::string& path) const
{
    auto conversation = TRY(Conversation::begin(m_address, m_seconds));
    const auto sent = send_file(conversation, path);
    // It stops listening where a stream is longer than it takes, and then says so.
    if (!sent && sent.error().kind != Failure::unavailable) return tl::unexpected(sent.error());
    const auto answer = conversation.hear();
    if (!answer) return tl::unexpected(sent ? answer.error() : sent.error());
    constexpr std::string_view subject = "stream: ";
    constexpr std::string_view found = " FOUND";
    if (*answer == "stream: OK" && sent) return Verdict{};
    if (answer->starts_with(subject) && answer->ends_with(found) &&
        answer->size() > subject.size() + found.size()) {
        const auto name = std::string_view(*answer).substr(subject.size());
        return Verdict{.is_infected = true,
                       .signature = printable(name.substr(0, name.size() - found.size()))};
    }
    return away("it answers " + printable(*answer));
}

Result<void> Clamd::ping() const
{
    using namespace std::string_view_literals;
    auto conversation =
        TRY(Conversation::begin(m_address, std::min(m_seconds, limits::ping_seconds)));
    TRY(conversation.say("zPING\0"sv));
    const auto answer = TRY(conversation.hear());
    if (answer != "PONG") return away("it answers " + printable(answer));
    return {};
}

}  // namespace caicach::attachment
