#pragma once
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "channel/newsletter/issue_store.hpp"
#include "newsroom/testing.hpp"
#include "support/app.hpp"

namespace caicach::channel::testing
{

using caicach::testing::App;
using caicach::testing::Fields;
using caicach::testing::Settings;
using caicach::testing::Visitor;
using identity::Role;

/// A department whose officer makes a newsletter, its head who approves, somebody who reads.
struct NewsletterOffice {
    explicit NewsletterOffice(const Settings& settings = {}) : app(settings) {}

    App app;
    Visitor officer{app.as(Role::agency_officer, "SYT")};
    Visitor head{app.as(Role::agency_head, "SYT")};
    Visitor reader{app.nobody()};

    std::string published(const std::string& title)
    {
        auto editor = app.as(Role::editor, "UBND");
        auto answer = officer.post("/toa-soan", {{"agency", "SYT"},
                                                 {"section", "result"},
                                                 {"audience", "everyone"},
                                                 {"language", "vi"},
                                                 {"title", title},
                                                 {"summary", "Không ai chờ."},
                                                 {"body", "Xã đã giải quyết **mọi** hồ sơ."}});
        REQUIRE(answer.status == 303);
        const std::string path{answer.header("location")};
        REQUIRE(officer.post(path + "/gui", {{"version", "1"}}).status == 303);
        REQUIRE(editor.post(path + "/duyet", {{"version", "2"}}).status == 303);
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(newsroom::ArticleStore{transaction}.find(path.substr(path.rfind('/') + 1)))
            .slug;
    }
    std::string begun()
    {
        const auto answer =
            officer.post("/soan-ban-tin", {{"agency", "SYT"}, {"title", "Bản tin tháng Ba"}});
        REQUIRE(answer.status == 303);
        return std::string(answer.header("location"));
    }
    Issue issue(const std::string& path)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(IssueStore{transaction}.find(path.substr(path.rfind('/') + 1)));
    }
    http::Response send(Visitor& who, const std::string& path, std::string_view below,
                        Fields fields = {})
    {
        fields.emplace_back("version", std::to_string(issue(path).version));
        return who.post(path + "/" + std::string(below), fields);
    }
    int post(Visitor& who, const std::string& path, std::string_view below, Fields fields = {})
    {
        return send(who, path, below, std::move(fields)).status;
    }
    /// With two articles, before whoever approves.
    std::string submitted()
    {
        const auto path = begun();
        for (const auto& slug : {published("Bài đứng sau"), published("Bài đứng trước")})
            REQUIRE(post(officer, path, "bai", {{"article", slug}}) == 303);
        REQUIRE(post(officer, path, "bai/len", {{"article", "bai-dung-truoc"}}) == 303);
        REQUIRE(post(officer, path, "gui") == 303);
        return path;
    }
    Issue sent()
    {
        const auto path = submitted();
        REQUIRE(post(head, path, "duyet") == 303);
        return issue(path);
    }
};

}  // namespace caicach::channel::testing
