#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <charconv>

#include "base/result.hpp"
#include "http/test/client.hpp"

namespace caicach::http::testing
{

Client::Client(std::uint16_t port) : m_descriptor(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto* any = reinterpret_cast<const sockaddr*>(&address);
    VERIFY(::connect(m_descriptor, any, sizeof address) == 0);
    const timeval patience{.tv_sec = 20, .tv_usec = 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

Client::~Client() { ::close(m_descriptor); }

void Client::say(std::string_view bytes) const
{
    while (!bytes.empty()) {
        const auto count = ::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return;  // the server hung up: what it said tells why
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

bool Client::read_more()
{
    std::array<char, 65536> piece{};
    const auto count = ::recv(m_descriptor, piece.data(), piece.size(), 0);
    if (count <= 0) return false;
    m_heard.append(piece.data(), static_cast<std::size_t>(count));
    return true;
}

std::string Client::hear()
{
    while (m_heard.find("\r\n\r\n") == std::string::npos)
        if (!read_more()) return std::exchange(m_heard, {});
    auto size = m_heard.find("\r\n\r\n") + 4;
    std::size_t body = 0;
    const auto length = header_of_answer(m_heard, "Content-Length");
    std::from_chars(length.data(), length.data() + length.size(), body);
    size += body;
    while (m_heard.size() < size)
        if (!read_more()) return std::exchange(m_heard, {});
    auto answer = m_heard.substr(0, size);
    m_heard.erase(0, size);
    return answer;
}

std::string Client::hear_all()
{
    while (read_more()) {
    }
    return std::exchange(m_heard, {});
}

bool Client::is_hung_up() { return m_heard.empty() && !read_more(); }

std::string ask(std::uint16_t port, std::string_view bytes)
{
    Client client(port);
    client.say(bytes);
    return client.hear_all();
}

int status_of_answer(std::string_view answer)
{
    int status = 0;
    if (answer.starts_with("HTTP/1.1 "))
        std::from_chars(answer.data() + 9, answer.data() + answer.size(), status);
    return status;
}

std::string body_of_answer(std::string_view answer)
{
    const auto end = answer.find("\r\n\r\n");
    return end == std::string_view::npos ? "" : std::string(answer.substr(end + 4));
}

std::string header_of_answer(std::string_view answer, std::string_view name)
{
    const auto line = "\r\n" + std::string(name) + ": ";
    const auto start = answer.substr(0, answer.find("\r\n\r\n") + 2).find(line);
    if (start == std::string_view::npos) return {};
    const auto value = answer.substr(start + line.size());
    return std::string(value.substr(0, value.find("\r\n")));
}

}  // namespace caicach::http::testing
