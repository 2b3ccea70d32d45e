#include "obligation/assignment/assignment.hpp"

#include <optional>

#include "obligation/test/province.hpp"
#include "obligation/testing.hpp"
#include "support/app.hpp"

namespace caicach::obligation
{
namespace
{

using caicach::testing::App;
using identity::Role;

struct Office {
    App app{};
    std::vector<Obligation> tasks{};
    std::optional<identity::Account> tien{};

    Office()
    {
        auto context = app.system_context();
        tasks = testing::obligations_of_articles(context, "SYT", "SNV");
        tien = testing::person_at(context, "SYT", "Lò Văn Tiến");
    }
};

std::string path_of(const Obligation& task) { return "/viec/" + task.code + "/giao"; }

AccountId officer_now(Office& office, const Obligation& task)
{
    auto context = office.app.system_context();
    auto transaction = MUST(context.read());
    return MUST(ObligationStore{transaction}.find(task.id)).assigned_to;
}

bool has(const http::Response& response, std::string_view text)
{
    return std::get<std::string>(response.body).find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("the head of an agency gives work to one of its people, and takes it back")
{
    Office office;
    auto head = office.app.as(Role::agency_head, "SYT");
    const auto& march = office.tasks.at(2);
    CHECK(has(head.get("/viec/" + march.code), "Lò Văn Tiến"));
    CHECK(head.post(path_of(march), {{"officer", office.tien->code}}).status == 303);
    CHECK(officer_now(office, march) == office.tien->id);
    CHECK(!officer_now(office, office.tasks.at(3)));
    CHECK(has(head.get("/viec?muc=sap-toi"), "Lò Văn Tiến"));
    CHECK(head.post(path_of(march), {{"officer", ""}}).status == 303);
    CHECK(!officer_now(office, march));
}

TEST_CASE("later periods go along where the head says so, earlier ones stay")
{
    Office office;
    auto head = office.app.as(Role::agency_head, "SYT");
    const auto& march = office.tasks.at(2);
    CHECK(head.post(path_of(march), {{"officer", office.tien->code}, {"later", "1"}}).status ==
          303);
    CHECK(!officer_now(office, office.tasks.at(1)));
    CHECK(officer_now(office, march) == office.tien->id);
    CHECK(officer_now(office, office.tasks.at(3)) == office.tien->id);
    CHECK(officer_now(office, office.tasks.back()) == office.tien->id);
}

TEST_CASE("work is given to nobody of another agency, and to nobody whose account is locked")
{
    Office office;
    auto head = office.app.as(Role::agency_head, "SYT");
    const auto& march = office.tasks.at(2);
    auto context = office.app.system_context();
    const auto stranger = testing::person_at(context, "STP", "Vàng A Dơ");
    const auto refused = head.post(path_of(march), {{"officer", stranger.code}});
    CHECK(refused.status == 422);
    CHECK(has(refused, "không làm việc ở cơ quan"));
    auto transaction = MUST(context.begin());
    MUST(identity::disable_account(context, transaction, office.tien->id));
    MUST(transaction.commit());
    CHECK(head.post(path_of(march), {{"officer", office.tien->code}}).status == 422);
    CHECK(head.post(path_of(march), {{"officer", "khong-co"}}).status == 422);
    CHECK(!officer_now(office, march));
}

TEST_CASE("only the agency itself says who does its work, and only while it is owed")
{
    Office office;
    const auto& march = office.tasks.at(2);
    const caicach::testing::Fields fields{{"officer", office.tien->code}};
    CHECK(office.app.as(Role::agency_head, "STP").post(path_of(march), fields).status == 404);
    CHECK(office.app.as(Role::coordinator, "SNV").post(path_of(march), fields).status == 403);
    auto head = office.app.as(Role::agency_head, "SYT");
    CHECK(head.post_without_token(path_of(march), fields).status == 403);
    auto coordinator = office.app.as(Role::coordinator, "SNV");
    CHECK(coordinator.post("/viec/" + march.code + "/mien", {{"reason", "Bão"}}).status == 303);
    CHECK(head.post(path_of(march), fields).status == 409);
    CHECK(!officer_now(office, march));
}

TEST_CASE("one's own work is what was given to oneself, and is counted alone")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto syt = province.agency("SYT");
        const auto plan = put_in_force(province, {monthly_articles(context, "SYT", 2)});
        const auto officer = testing::person_at(context, "SYT", "Lò Văn Tiến");
        const auto march = province.obligation(plan, syt, "2026-03");
        auto transaction = MUST(context.begin());
        MUST(assign(context, transaction, march, officer.code, Reach::this_period));
        const TaskQuery mine{
            .agency = syt, .box = Box::later, .only_mine = true, .account = officer.id};
        const auto own = MUST(tasks(transaction, mine, context.today()));
        REQUIRE(own.size() == 1);
        CHECK(own.front().obligation.id == march.id);
        CHECK(MUST(box_counts(transaction, mine, context.today())).urgent == 0);
        CHECK(MUST(box_counts(transaction, mine, context.today())).later == 1);
        CHECK(MUST(box_counts(transaction, {.agency = syt}, context.today())).overdue == 2);
        const auto names = MUST(officer_names(transaction, syt, own, context.today()));
        CHECK(names.at(officer.id) == "Lò Văn Tiến");
        MUST(transaction.commit());
    });
}

TEST_CASE("who left the agency is named as gone")
{
    in_province([](Province& province) {
        auto& context = province.context;
        const auto syt = province.agency("SYT");
        const auto plan = put_in_force(province, {monthly_articles(context, "SYT", 2)});
        const auto officer = testing::person_at(context, "SYT", "Lò Văn Tiến");
        auto transaction = MUST(context.begin());
        MUST(assign(context, transaction, province.obligation(plan, syt, "2026-03"), officer.code,
                    Reach::this_period));
        MUST(identity::disable_account(context, transaction, officer.id));
        const TaskQuery mine{
            .agency = syt, .box = Box::later, .only_mine = true, .account = officer.id};
        const auto own = MUST(tasks(transaction, mine, context.today()));
        const auto names = MUST(officer_names(transaction, syt, own, context.today()));
        CHECK(names.at(officer.id).find("không còn ở cơ quan") != std::string::npos);
    });
}

}  // namespace caicach::obligation
