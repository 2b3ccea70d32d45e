#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <charconv>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace caicach::net::testing
{

/// A server on a free loopback port. Each request is handed to `answer` as it came, and what that
/// gives back is sent as it is: a test may break every rule. One connection at a time, or each on a
/// thread of its own.
class LocalServer
{
public:
    enum class Pace { one_by_one, all_at_once };

    explicit LocalServer(std::function<std::string(const std::string& request)> answer,
                         Pace pace = Pace::one_by_one, int latency_milliseconds = 0)
        : m_answer(std::move(answer)),
          m_pace(pace),
          m_latency(latency_milliseconds),
          m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        VERIFY(bind(m_socket, plain, size) == 0 && listen(m_socket, 128) == 0);
        VERIFY(getsockname(m_socket, plain, &size) == 0);
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    LocalServer(const LocalServer&) = delete;
    LocalServer& operator=(const LocalServer&) = delete;
    ~LocalServer()
    {
        shutdown(m_socket, SHUT_RDWR);
        m_thread.join();
        for (auto& thread : m_at_once) thread.join();
        close(m_socket);
    }

    [[nodiscard]] std::string origin() const
    {
        return "http://127.0.0.1:" + std::to_string(m_port);
    }
    [[nodiscard]] std::vector<std::string> requests()
    {
        const std::lock_guard lock{m_mutex};
        return m_requests;
    }

private:
    void serve()
    {
        for (;;) {
            const int peer = accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
            if (peer < 0) return;
            if (m_pace == Pace::one_by_one) {
                talk(peer);
            } else {
                m_at_once.emplace_back([this, peer] { talk(peer); });
            }
        }
    }

    void talk(int peer)
    {
        const auto request = read_request(peer);
        {
            const std::lock_guard lock{m_mutex};
            m_requests.push_back(request);
        }
        const auto answer = m_answer(request);
        if (m_latency > 0) poll(nullptr, 0, m_latency);  // as far away as a real one
        std::size_t sent = 0;
        while (sent < answer.size()) {
            const auto count = send(peer, answer.data() + sent, answer.size() - sent, MSG_NOSIGNAL);
            if (count <= 0) break;
            sent += static_cast<std::size_t>(count);
        }
        close(peer);
    }

    /// Head and body; a client of ours always says how long its body is. Of what does not begin
    /// like a request, the first piece.
    static std::string read_request(int peer)
    {
        std::string text;
        std::size_t wanted = std::string::npos;
        char piece[4096];
        while (text.size() < wanted) {
            const auto count = recv(peer, piece, sizeof(piece), 0);
            if (count <= 0) break;
            text.append(piece, static_cast<std::size_t>(count));
            const auto end = text.find("\r\n\r\n");
            if (text.front() < 'A' || text.front() > 'Z') break;
            if (end == std::string::npos) continue;
            wanted = end + 4 + body_length_in(std::string_view(text).substr(0, end));
        }
        return text;
    }

    static std::size_t body_length_in(std::string_view head)
    {
        constexpr std::string_view name = "Content-Length: ";
        std::size_t length = 0;
        if (const auto at = head.find(name); at != std::string_view::npos)
            std::from_chars(head.data() + at + name.size(), head.data() + head.size(), length);
        return length;
    }

    std::function<std::string(const std::string&)> m_answer;
    Pace m_pace;
    int m_latency;
    int m_socket;
    unsigned m_port{};
    std::mutex m_mutex{};
    std::vector<std::string> m_requests{};
    std::vector<std::thread> m_at_once{};
    std::thread m_thread{};
};

inline std::string ok(const std::string& body)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\nConnection: close\r\n\r\n" + body;
}

}  // namespace caicach::net::testing
