#pragma once
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "channel/broadcast/script_store.hpp"
#include "newsroom/testing.hpp"
#include "support/app.hpp"

namespace caicach::channel::testing
{

/// A department whose officer writes for loudspeakers, its head who approves, somebody who reads.
struct BroadcastOffice {
    explicit BroadcastOffice(const caicach::testing::Settings& settings = {}) : app(settings) {}

    caicach::testing::App app;
    caicach::testing::Visitor officer{app.as(identity::Role::agency_officer, "SYT")};
    caicach::testing::Visitor head{app.as(identity::Role::agency_head, "SYT")};
    caicach::testing::Visitor reader{app.nobody()};

    std::string begun()
    {
        const auto answer =
            officer.post("/soan-phat-thanh", {{"agency", "SYT"}, {"title", "Khám bệnh bằng thẻ"}});
        REQUIRE(answer.status == 303);
        return std::string(answer.header("location"));
    }
    Script script(const std::string& path)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(ScriptStore{transaction}.find(path.substr(path.rfind('/') + 1)));
    }
    std::vector<ScriptPart> parts(const std::string& path)
    {
        const auto id = script(path).id;
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(ScriptStore{transaction}.parts(id));
    }
    http::Response send(caicach::testing::Visitor& who, const std::string& path,
                        std::string_view below, caicach::testing::Fields fields = {})
    {
        fields.emplace_back("version", std::to_string(script(path).version));
        return who.post(path + "/" + std::string(below), fields);
    }
    int post(caicach::testing::Visitor& who, const std::string& path, std::string_view below,
             caicach::testing::Fields fields = {})
    {
        return send(who, path, below, std::move(fields)).status;
    }
    /// With one passage, before whoever approves.
    std::string submitted()
    {
        const auto path = begun();
        REQUIRE(post(officer, path, "doan",
                     {{"part", "moi"}, {"text", "Thưa bà con, từ nay khám bệnh bằng thẻ."}}) ==
                303);
        REQUIRE(post(officer, path, "gui") == 303);
        return path;
    }
    std::string approved()
    {
        const auto path = submitted();
        REQUIRE(post(head, path, "duyet") == 303);
        return path;
    }
};

}  // namespace caicach::channel::testing
