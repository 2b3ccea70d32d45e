#include "app/messaging.hpp"

#include <fmt/core.h>

#include <string>
#include <utility>
#include <vector>

#include "app/mail_server.hpp"
#include "app/secret_file.hpp"
#include "net/http_client.hpp"
#include "text/text.hpp"

namespace caicach::app
{
namespace
{

/// Reads a section, and gathers what is wrong in it.
class Reader
{
public:
    explicit Reader(const Configuration& configuration) : m_configuration(configuration) {}

    /// What the file holds that the setting names.
    std::string secret(const std::string& key)
    {
        const auto& path = m_configuration.text(key);
        auto found = secret_in(path);
        if (found) return std::move(*found);
        problem(fmt::format("{}: {} cannot be read", key, path));
        return {};
    }

    SmsGateway gateway(const std::string& prefix)
    {
        SmsGateway gateway{.url = m_configuration.text(prefix + "url"),
                           .user = m_configuration.text(prefix + "user"),
                           .sender = m_configuration.text("sms.sender"),
                           .report_url = m_configuration.text("sms.report_url")};
        if (!gateway.is_on()) return {};
        if (!net::origin_of(gateway.url))
            problem(
                fmt::format("{}url must be https://… or a loopback http://127.0.0.1:13013/…, "
                            "not \"{}\"",
                            prefix, gateway.url));
        gateway.password = secret(prefix + "password_file");
        return gateway;
    }

    net::MailServer second_mail(const net::MailServer& first)
    {
        auto server = first;
        server.url = m_configuration.text("mail.second_url");
        server.user = m_configuration.text("mail.second_user");
        server.password.clear();
        if (!server.is_on()) return {};
        if (!first.is_on()) problem("mail.second_url needs mail.url");
        if (!server.url.starts_with("smtp://") && !server.url.starts_with("smtps://"))
            problem(fmt::format("mail.second_url must look like smtp://host:25, not \"{}\"",
                                server.url));
        if (!server.user.empty()) server.password = secret("mail.second_password_file");
        return server;
    }

    ZaloAccount zalo()
    {
        ZaloAccount account{.app_id = m_configuration.text("zalo.app_id"),
                            .token_url = m_configuration.text("zalo.token_url"),
                            .message_url = m_configuration.text("zalo.message_url")};
        if (!account.is_on()) return {};
        account.app_secret = secret("zalo.app_secret_file");
        account.first_refresh_token = secret("zalo.refresh_token_file");
        if (!net::origin_of(account.token_url) || !net::origin_of(account.message_url))
            problem("zalo.token_url and zalo.message_url must be https://…");
        return account;
    }

    MessageBudget budget(const std::string& section)
    {
        const MessageBudget budget{.price = m_configuration.integer(section + ".price"),
                                   .daily_max = m_configuration.integer(section + ".daily_max")};
        if (budget.daily_max > 0 && budget.price <= 0)
            problem(fmt::format("{0}.daily_max needs {0}.price: what one message costs", section));
        return budget;
    }

    std::string bounce_address()
    {
        const auto& address = m_configuration.text("mail.bounce_address");
        if (!address.empty() && !net::is_mail_address(address))
            problem(fmt::format("mail.bounce_address must be an address, not \"{}\"", address));
        return address;
    }

    void problem(std::string text) { m_problems.push_back(std::move(text)); }
    [[nodiscard]] std::vector<std::string>& problems() { return m_problems; }

private:
    const Configuration& m_configuration;
    std::vector<std::string> m_problems{};
};

}  // namespace

Result<Messaging> messaging_of(const Configuration& configuration)
{
    const auto first_mail = TRY(mail_server_of(configuration));
    Reader reader(configuration);
    Messaging messaging{.second_mail = reader.second_mail(first_mail),
                        .bounce_address = reader.bounce_address(),
                        .bounce_folder = configuration.text("mail.bounce_folder"),
                        .sms = reader.gateway("sms."),
                        .second_sms = reader.gateway("sms.second_"),
                        .sms_budget = reader.budget("sms"),
                        .zalo = reader.zalo(),
                        .zalo_budget = reader.budget("zalo"),
                        .is_trial = configuration.boolean("notification.trial")};
    for (const auto guest : text::split(configuration.text("notification.guests"), ' '))
        if (!guest.empty()) messaging.guests.emplace_back(guest);
    if (reader.problems().empty()) return messaging;
    return failure(Failure::invalid, "base.configuration.wrong", {}, std::move(reader.problems()));
}

}  // namespace caicach::app
