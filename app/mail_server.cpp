#include "app/mail_server.hpp"

#include <fmt/core.h>

#include <utility>
#include <vector>

#include "app/secret_file.hpp"

namespace caicach::app
{

Result<net::MailServer> mail_server_of(const Configuration& configuration)
{
    net::MailServer server{
        .url = configuration.text("mail.url"),
        .user = configuration.text("mail.user"),
        .requires_tls = configuration.boolean("mail.requires_tls"),
        .from = configuration.text("mail.from"),
        .from_name = "Cải cách hành chính " + configuration.text("province.name")};
    if (!server.is_on()) return net::MailServer{};
    std::vector<std::string> problems;
    if (!server.url.starts_with("smtp://") && !server.url.starts_with("smtps://"))
        problems.push_back(
            fmt::format("mail.url must look like smtp://host:25, not \"{}\"", server.url));
    if (!net::is_mail_address(server.from))
        problems.push_back(
            fmt::format("mail.from must be the sender's address, not \"{}\"", server.from));
    if (configuration.text("province.site").empty())
        problems.emplace_back("mail.url needs province.site: letters lead there");
    if (!server.user.empty()) {
        const auto& path = configuration.text("mail.password_file");
        auto password = secret_in(path);
        if (password) {
            server.password = std::move(*password);
        } else {
            problems.push_back(fmt::format("mail.password_file: {} cannot be read", path));
        }
    }
    if (problems.empty()) return server;
    return failure(Failure::invalid, "base.configuration.wrong", {}, std::move(problems));
}

}  // namespace caicach::app
