#pragma once
#include <string>
#include <vector>

#include "net/test/local_server.hpp"
#include "notification/templates/template_store.hpp"
#include "post_office.hpp"

namespace caicach::notification::testing
{

inline std::string body_of(const std::string& request)
{
    return request.substr(request.find("\r\n\r\n") + 4);
}

/// Gives each refresh token away once, as Zalo does, and takes messages with the newest access.
class Zalo
{
public:
    Zalo() : m_server([this](const std::string& request) { return answer(request); }) {}

    void connect(PostOffice& post)
    {
        post.office.services.messaging.zalo = {.app_id = "4711",
                                               .app_secret = "bi-mat",
                                               .first_refresh_token = "r0",
                                               .token_url = m_server.origin() + "/token",
                                               .message_url = m_server.origin() + "/message"};
        post.office.services.messaging.zalo_budget = {.price = 200, .daily_max = 1'000'000};
    }
    std::vector<std::string> requests() { return m_server.requests(); }

    int renewals{};
    std::string message_error{"0"};
    std::string message_answer{};  ///< instead of Zalo's own, as it comes

private:
    std::string answer(const std::string& request)
    {
        if (request.starts_with("POST /token")) {
            const auto expected = "refresh_token=r" + std::to_string(renewals);
            if (request.find("secret_key: bi-mat") == std::string::npos ||
                body_of(request).find(expected) == std::string::npos)
                return net::testing::ok(R"({"error":-14014,"error_name":"Invalid refresh token"})");
            ++renewals;
            const auto number = std::to_string(renewals);
            return net::testing::ok(R"({"access_token":"a)" + number + R"(","refresh_token":"r)" +
                                    number + R"(","expires_in":"90000"})");
        }
        if (!message_answer.empty()) return message_answer;
        const bool is_let_in =
            request.find("access_token: a" + std::to_string(renewals)) != std::string::npos;
        const auto error = is_let_in ? message_error : std::string("-124");
        return net::testing::ok(R"({"error":)" + error +
                                R"(,"message":"x","data":{"msg_id":"m1"}})");
    }

    net::testing::LocalServer m_server;
};

inline void approve_form(PostOffice& post)
{
    auto context = post.office.system_account();
    auto transaction = MUST(context.begin());
    const auto before = MUST(current_template(transaction, "reminder.due", Channel::zalo));
    MUST(save_template(context, transaction, before,
                       {.body = before.body, .provider_template = "287311"}));
    MUST(transaction.commit());
}

inline Message remind_by_zalo(PostOffice& post)
{
    return post.remind(Channel::zalo, [](NewMessage& message) { message.address = "84987654321"; });
}

}  // namespace caicach::notification::testing
