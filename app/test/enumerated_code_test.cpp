#include <doctest/doctest.h>

#include <array>

#include "obligation/testing.hpp"
#include "organisation/api.hpp"
#include "personal_data/testing.hpp"
#include "support/app.hpp"

/// Who tries one code after another learns nothing, and is soon stopped.
namespace caicach::app
{
namespace
{

using caicach::testing::App;
using identity::Role;

constexpr int not_found = 404;
constexpr int too_many = 429;

std::string guessed(int at) { return "AAAAAAA" + std::to_string(100 + at); }

/// How many of so many guesses behind `path` were answered at all.
int answered(caicach::testing::Visitor& visitor, const std::string& path, int guesses)
{
    int count = 0;
    for (int at = 0; at < guesses; ++at) {
        const auto status = visitor.get(path + guessed(at)).status;
        CHECK((status == not_found || status == too_many));
        count += status == not_found ? 1 : 0;
    }
    return count;
}

obligation::Obligation task_of(Context& context)
{
    return obligation::testing::obligations_of_articles(context, "SYT", "SNV").front();
}

}  // namespace

TEST_CASE("guessing codes of things is stopped after ten in a minute, for each person")
{
    constexpr std::array<std::string_view, 4> paths{"/viec/", "/tep/", "/tai-khoan/",
                                                    "/du-lieu-ca-nhan/"};
    for (const auto path : paths) {
        CAPTURE(path);
        App app;
        auto person = app.as(Role::administrator);
        auto colleague = app.as(Role::administrator);
        CHECK(answered(person, std::string{path}, 15) == 10);
        CHECK(answered(colleague, std::string{path}, 3) == 3);
        app.clock.pass_seconds(60);
        CHECK(answered(person, std::string{path}, 5) > 0);
    }
}

TEST_CASE("what is another agency's looks like what does not exist")
{
    App app;
    auto context = app.system_context();
    const auto task = task_of(context);
    const auto request = personal_data::testing::request_on_paper(context, "SYT");
    auto officer = app.as(Role::agency_officer, "STC");
    auto clerk = app.as(Role::one_stop_officer, "STC");
    CHECK(app.as(Role::agency_officer, "SYT").get("/viec/" + task.code).status == 200);
    for (const auto& code : {task.code, guessed(1)}) {
        const auto refused = officer.get("/viec/" + code);
        CHECK(refused.status == not_found);
        CHECK(refused.text().find("Không có việc này") != std::string::npos);
    }
    const auto path = std::string{"/du-lieu-ca-nhan/"};
    CHECK(app.as(Role::one_stop_officer, "SYT").get(path + request).status == 200);
    CHECK(clerk.get(path + request).status == not_found);
}

TEST_CASE("who opens what is theirs is never stopped")
{
    App app;
    auto context = app.system_context();
    const auto task = task_of(context);
    auto officer = app.as(Role::agency_officer, "SYT");
    for (int at = 0; at < 30; ++at) CHECK(officer.get("/viec/" + task.code).status == 200);
}

}  // namespace caicach::app
