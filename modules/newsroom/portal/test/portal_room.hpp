#pragma once
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "newsroom/article/article_store.hpp"
#include "support/app.hpp"

namespace caicach::newsroom
{

/// Somebody who writes, somebody who publishes, and everybody who reads.
class PortalRoom
{
public:
    explicit PortalRoom(caicach::testing::Settings settings = {}) : app(std::move(settings)) {}

    struct Draft {
        std::string title{};
        std::string section{"result"};
        std::string summary{"Không ai chờ."};
        std::string body{"Xã đã giải quyết mọi hồ sơ."};
        std::string language{"vi"};
    };
    /// The path at the desk.
    std::string publish(const Draft& draft)
    {
        const auto answer = writer.post("/toa-soan", form_of(draft));
        REQUIRE(answer.status == 303);
        auto path = std::string(answer.header("location"));
        CHECK(act(writer, path, "gui") == 303);
        CHECK(act(editor, path, "duyet") == 303);
        return path;
    }
    static caicach::testing::Fields form_of(const Draft& draft)
    {
        return {{"agency", "SYT"},        {"section", draft.section},
                {"audience", "everyone"}, {"language", draft.language},
                {"title", draft.title},   {"summary", draft.summary},
                {"body", draft.body}};
    }
    Article article(const std::string& path)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(ArticleStore{transaction}.find(path.substr(path.rfind('/') + 1)));
    }
    int act(caicach::testing::Visitor& who, const std::string& path, std::string_view below,
            caicach::testing::Fields fields = {})
    {
        fields.emplace_back("version", std::to_string(article(path).version));
        return who.post(path + "/" + std::string(below), fields).status;
    }

    caicach::testing::App app;
    caicach::testing::Visitor writer{app.as(identity::Role::agency_officer, "SYT")};
    caicach::testing::Visitor editor{app.as(identity::Role::editor, "UBND")};
    caicach::testing::Visitor reader{app.nobody()};
};

inline bool shows(const http::Response& response, std::string_view text)
{
    return response.text().find(text) != std::string::npos;
}

}  // namespace caicach::newsroom
