#pragma once
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "channel/screen/playlist_store.hpp"
#include "channel/screen/screen_store.hpp"
#include "crypto/crypto.hpp"
#include "json/value.hpp"
#include "support/app.hpp"

namespace caicach::channel::testing
{

/// A department with a screen in its hall, and a player that stands there.
struct ScreenHall {
    caicach::testing::App app;
    caicach::testing::Visitor officer{app.as(identity::Role::agency_officer, "SYT")};
    std::string token{crypto::random_token(32)};
    std::string known{};
    std::string screen_address{};

    /// What the player at the screen says, and what it hears.
    http::Response say(const caicach::testing::Fields& fields = {})
    {
        std::vector<http::Field> form;
        for (const auto& [name, value] : fields) form.push_back({name, value});
        auto request =
            MUST(http::Request::create({.method = http::Method::post,
                                        .target = "/man-hinh/dong-bo",
                                        .headers = {{"authorization", "Bearer " + token}},
                                        .form = std::move(form),
                                        .request_id = "test"}));
        return app::Dispatcher{app.system()}.answer(request);
    }
    json::Value heard(const caicach::testing::Fields& fields = {})
    {
        const auto answer = say(fields);
        REQUIRE(answer.status == 200);
        return MUST(json::parse(answer.text()));
    }
    std::string picture(const std::string& sha256)
    {
        auto request =
            MUST(http::Request::create({.target = "/man-hinh/tep/" + sha256,
                                        .headers = {{"authorization", "Bearer " + token}},
                                        .request_id = "test"}));
        return std::to_string(app::Dispatcher{app.system()}.answer(request).status);
    }
    Screen screen()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(
            ScreenStore{transaction}.find(screen_address.substr(screen_address.rfind('/') + 1)));
    }
    int post(std::string_view below, caicach::testing::Fields fields = {})
    {
        fields.emplace_back("version", std::to_string(screen().version));
        return officer.post(screen_address + "/" + std::string(below), fields).status;
    }
    void begin_screen()
    {
        const auto answer = officer.post(
            "/bang-dien-tu", {{"agency", "SYT"}, {"name", "Sảnh một cửa"}, {"place", "Tầng 1"}});
        REQUIRE(answer.status == 303);
        screen_address = std::string(answer.header("location"));
    }
    /// With the code that the player shows.
    void pair()
    {
        begin_screen();
        const auto code = std::string(heard()["code"].as_string());
        REQUIRE(post("ghep", {{"code", code}}) == 303);
        REQUIRE(heard()["state"].as_string() == "paired");
    }
    /// Its address.
    std::string playlist()
    {
        const auto answer =
            officer.post("/bang-dien-tu/chuong-trinh", {{"agency", "SYT"}, {"playlist", "Sáng"}});
        REQUIRE(answer.status == 303);
        return std::string(answer.header("location"));
    }
    http::Response send(const std::string& path, std::string_view below,
                        caicach::testing::Fields fields)
    {
        auto context = app.system_context();
        std::string version;
        {
            auto transaction = MUST(context.read());
            version = std::to_string(
                MUST(PlaylistStore{transaction}.find(path.substr(path.rfind('/') + 1))).version);
        }
        fields.emplace_back("version", version);
        return officer.post(path + "/" + std::string(below), fields);
    }
    std::vector<Slide> slides(const std::string& path)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        PlaylistStore store{transaction};
        return MUST(store.slides(MUST(store.find(path.substr(path.rfind('/') + 1))).id));
    }
    Slide with_slogan(const std::string& path, const std::string& title)
    {
        REQUIRE(
            send(path, "trang", {{"form", "text"}, {"title", title}, {"seconds", "15"}}).status ==
            303);
        return slides(path).back();
    }
};

}  // namespace caicach::channel::testing
