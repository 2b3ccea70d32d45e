#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace caicach::net::testing
{

/// A mail server on a free loopback port that takes every letter, but for what a test has it say:
/// to "MAIL", "RCPT", "DATA", to the end of the text ("."), or to whoever comes (""). Each line on
/// a thread of its own.
class MailHost
{
public:
    MailHost() : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        VERIFY(m_socket >= 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        VERIFY(bind(m_socket, plain, size) == 0 && listen(m_socket, 8) == 0);
        VERIFY(getsockname(m_socket, plain, &size) == 0);
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    MailHost(const MailHost&) = delete;
    MailHost& operator=(const MailHost&) = delete;
    ~MailHost()
    {
        shutdown(m_socket, SHUT_RDWR);
        m_thread.join();
        for (auto& line : m_lines) line.join();
        close(m_socket);
    }

    [[nodiscard]] std::string url() const { return "smtp://127.0.0.1:" + std::to_string(m_port); }
    /// From now on; empty: it takes letters again.
    void say(const std::string& command, const std::string& answer)
    {
        const std::lock_guard lock{m_mutex};
        m_answers[command] = answer;
    }
    /// What was taken, each with its head.
    [[nodiscard]] std::vector<std::string> letters()
    {
        const std::lock_guard lock{m_mutex};
        return m_letters;
    }

private:
    void serve()
    {
        for (;;) {
            const int peer = accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
            if (peer < 0) return;
            m_lines.emplace_back([this, peer] {
                talk(peer);
                close(peer);
            });
        }
    }

    void talk(int peer)
    {
        say_to(peer, answer_to(""));
        std::string waiting;
        std::string text;
        bool is_text = false;
        char piece[4096];
        for (;;) {
            const auto count = recv(peer, piece, sizeof(piece), 0);
            if (count <= 0) return;
            waiting.append(piece, static_cast<std::size_t>(count));
            for (auto end = waiting.find("\r\n"); end != std::string::npos;
                 end = waiting.find("\r\n")) {
                const auto line = waiting.substr(0, end);
                waiting.erase(0, end + 2);
                if (is_text && line != ".") {
                    text += line + "\n";
                    continue;
                }
                const auto command = is_text ? "." : line.substr(0, line.find(' '));
                const auto answer = answer_to(command);
                if (command == "." && answer.front() == '2') keep(std::exchange(text, {}));
                is_text = command == "DATA" && answer.front() == '3';
                say_to(peer, answer);
            }
        }
    }

    std::string answer_to(const std::string& command)
    {
        const std::lock_guard lock{m_mutex};
        const auto found = m_answers.find(command);
        if (found != m_answers.end() && !found->second.empty()) return found->second;
        if (command.empty()) return "220 mail.songlam.example";
        return command == "DATA" ? "354 go on" : "250 yes";
    }

    void keep(std::string letter)
    {
        const std::lock_guard lock{m_mutex};
        m_letters.push_back(std::move(letter));
    }

    static void say_to(int peer, const std::string& line)
    {
        const auto whole = line + "\r\n";
        static_cast<void>(send(peer, whole.data(), whole.size(), MSG_NOSIGNAL));
    }

    std::mutex m_mutex{};
    std::map<std::string, std::string, std::less<>> m_answers{};
    std::vector<std::string> m_letters{};
    int m_socket;
    unsigned m_port{};
    std::vector<std::thread> m_lines{};
    std::thread m_thread{};
};

}  // namespace caicach::net::testing
