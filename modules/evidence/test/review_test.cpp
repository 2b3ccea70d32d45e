#include "evidence/review.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "evidence/fact_list.hpp"
#include "evidence/sums.hpp"
#include "evidence/testing.hpp"
#include "identity/api.hpp"
#include "organisation/testing.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"
#include "testing/side_by_side.hpp"

namespace caicach::evidence
{
namespace
{

using identity::Role;

struct Room {
    Context& context;
    std::vector<bool>& heard;  ///< whether a fact counts, as each FactReviewed said
    RecordedFact fact{};

    [[nodiscard]] RecordedFact now() const
    {
        auto transaction = MUST(context.read());
        return MUST(fact_by_id(transaction, fact.id));
    }

    Result<void> take(const std::function<Result<void>(database::Transaction&)>& step) const
    {
        auto transaction = TRY(context.begin());
        TRY(step(transaction));
        return transaction.commit();
    }

    [[nodiscard]] Result<void> refuse_it(std::string_view reason) const
    {
        return take([&](database::Transaction& transaction) {
            return refuse(context, transaction, now(), reason);
        });
    }

    [[nodiscard]] Result<void> accept_it() const
    {
        return take([&](database::Transaction& transaction) {
            return accept(context, transaction, now(), "");
        });
    }

    [[nodiscard]] Result<void> answer_it(std::string_view text) const
    {
        return take([&](database::Transaction& transaction) {
            return answer(context, transaction, now(), text);
        });
    }

    [[nodiscard]] std::int64_t counted() const
    {
        auto transaction = MUST(context.read());
        const FactQuery query{
            .agency = fact.agency, .from = fact.happened_on, .to = fact.happened_on};
        const auto sum = MUST(total(transaction, query));
        CHECK(MUST(facts(transaction, query)).size() == static_cast<std::size_t>(sum.facts));
        CHECK(MUST(check_sums(context)).empty());
        return sum.quantity;
    }
};

void in_room(const std::function<void(Room&)>& test)
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        caicach::testing::Desk desk{database, *Date::create(2026, 3, 15)};
        std::vector<bool> heard;
        desk.events.subscribe<FactReviewed>([&](Context& /*context*/,
                                                database::Transaction& /*transaction*/,
                                                const FactReviewed& event) -> Result<void> {
            heard.push_back(event.counts);
            return {};
        });
        auto context = desk.context();
        MUST(organisation::load_reference(context));
        MUST(organisation::seed_sample(context, caicach::testing::sample_province()));
        Room room{.context = context, .heard = heard, .fact = testing::typed_fact(context, "SYT")};
        test(room);
    });
}

AccountId person_at(Context& context, std::string_view agency_code, std::string name, Role role)
{
    auto transaction = MUST(context.begin());
    const auto agency =
        MUST(organisation::agency_by_code(transaction, agency_code, context.today())).id;
    const auto user_name = "nguoi-" + std::string{agency_code} + std::to_string(name.size());
    const auto id = MUST(identity::create_account(
        context, transaction,
        {.name = std::move(name), .agency = agency, .user_name = user_name + "@songlam.vn"}));
    MUST(identity::grant_role(context, transaction, id, role, agency));
    MUST(transaction.commit());
    return id;
}

Context acting_as(Context& context, AccountId account)
{
    auto transaction = MUST(context.read());
    return {context.services(), MUST(identity::actor_of(transaction, account, context.today())),
            "test"};
}

/// What was said to whom, as the text of the message has it.
struct Told {
    AccountId account{};
    std::string channel{};
    std::string text{};

    friend bool operator==(const Told& one, const Told& other)
    {
        return one.account == other.account && one.channel == other.channel &&
               (one.text.find(other.text) != std::string::npos ||
                other.text.find(one.text) != std::string::npos);
    }
};

std::vector<Told> told(Context& context)
{
    auto transaction = MUST(context.read());
    return MUST(
        transaction.all("SELECT account_id, channel, body FROM notification_message ORDER BY id",
                        [](const database::Row& row) {
                            return Told{.account = row.id<AccountId>("account_id"),
                                        .channel = row.string("channel"),
                                        .text = row.string("body")};
                        }));
}

std::string refusal_of(const Result<void>& result) { return result ? "" : result.error().key; }

}  // namespace

TEST_CASE("a refused fact counts no more, and counts again when it is accepted")
{
    in_room([](Room& room) {
        CHECK(room.counted() == 2);
        MUST(room.refuse_it("Trang không mở được"));
        CHECK(room.now().standing == Standing::refused);
        CHECK(room.counted() == 0);
        MUST(room.answer_it("Đã mở lại trang"));
        MUST(room.accept_it());
        CHECK(room.now().standing == Standing::counts);
        CHECK(room.counted() == 2);
        CHECK(room.heard == std::vector<bool>{false, true});
        auto transaction = MUST(room.context.read());
        const auto reviews = MUST(reviews_of(transaction, room.fact.id));
        REQUIRE(reviews.size() == 3);
        CHECK(reviews[0].step == ReviewStep::refused);
        CHECK(reviews[0].text == "Trang không mở được");
        CHECK(reviews[1].step == ReviewStep::answered);
        CHECK(reviews[2].step == ReviewStep::accepted);
    });
}

TEST_CASE("a refusal is told to the agency at once, and the agency's answer to who refused")
{
    in_room([](Room& room) {
        const auto head = person_at(room.context, "SYT", "Mạc Thị Nhàn", Role::agency_head);
        person_at(room.context, "SYT", "Lục Văn Bách", Role::agency_officer);
        person_at(room.context, "STP", "Tạ Minh Khuê", Role::agency_head);
        const auto reviewer = person_at(room.context, "SNV", "Đàm Thu Hiền", Role::coordinator);
        auto judging = acting_as(room.context, reviewer);
        const Room judge{.context = judging, .heard = room.heard, .fact = room.fact};
        CHECK(told(room.context).empty());
        MUST(judge.refuse_it("Trang không mở được"));
        const std::vector<Told> to_head{{head, "in_app", "Trang không mở được"},
                                        {head, "email", "Trang không mở được"}};
        CHECK(told(room.context) == to_head);
        auto answering = acting_as(room.context, head);
        const Room agency{.context = answering, .heard = room.heard, .fact = room.fact};
        MUST(agency.answer_it("Đã mở lại trang"));
        auto all = to_head;
        all.push_back({reviewer, "in_app", "Đã mở lại trang"});
        all.push_back({reviewer, "email", "Đã mở lại trang"});
        CHECK(told(room.context) == all);
        MUST(judge.accept_it());
        CHECK(told(room.context).size() == 6);
        CHECK(told(room.context).back().account == head);
    });
}

TEST_CASE("who refuses and answers themselves is told nothing of it")
{
    in_room([](Room& room) {
        const auto head = person_at(room.context, "SYT", "Mạc Thị Nhàn", Role::agency_head);
        auto context = acting_as(room.context, head);
        const Room own{.context = context, .heard = room.heard, .fact = room.fact};
        MUST(own.refuse_it("Ghi nhầm"));
        MUST(own.answer_it("Sẽ ghi lại"));
        CHECK(told(room.context).empty());
    });
}

TEST_CASE("a fact is refused with a reason and once, and accepted only when refused")
{
    in_room([](Room& room) {
        CHECK(refusal_of(room.refuse_it("  ")) == "evidence.review.reason_missing");
        CHECK(refusal_of(room.accept_it()) == "evidence.review.not_refused");
        CHECK(refusal_of(room.answer_it("Sao vậy?")) == "evidence.review.not_refused");
        MUST(room.refuse_it("Trùng với bài trước"));
        CHECK(refusal_of(room.refuse_it("Lần nữa")) == "evidence.review.not_counting");
        CHECK(refusal_of(room.answer_it("")) == "evidence.review.answer_missing");
        CHECK(room.heard.size() == 1);
    });
}

TEST_CASE("a correction of a refused fact counts, and the refused one is reviewed no more")
{
    in_room([](Room& room) {
        MUST(room.refuse_it("Số lượng sai"));
        const TypedFact typed{.title = "Ba cách nộp hồ sơ",
                              .happened_on = room.fact.happened_on,
                              .quantity = 1,
                              .link = "https://songlam.example/ba-cach"};
        MUST(room.take([&](database::Transaction& transaction) -> Result<void> {
            TRY(correct(room.context, transaction, room.now(), typed));
            return {};
        }));
        CHECK(room.now().standing == Standing::superseded);
        CHECK(room.counted() == 1);
        CHECK(refusal_of(room.accept_it()) == "evidence.review.not_refused");
        CHECK(refusal_of(room.refuse_it("Vẫn sai")) == "evidence.review.not_counting");
    });
}

TEST_CASE("a correction that corrects nothing undoes no refusal; another is told to who refused")
{
    in_room([](Room& room) {
        const auto reviewer = person_at(room.context, "SNV", "Đàm Thu Hiền", Role::coordinator);
        auto judging = acting_as(room.context, reviewer);
        const Room judge{.context = judging, .heard = room.heard, .fact = room.fact};
        MUST(judge.refuse_it("Số lượng sai"));
        const auto before = told(room.context).size();
        const auto correct_it = [&](std::int64_t quantity) {
            return room.take([&](database::Transaction& transaction) -> Result<void> {
                TRY(correct(room.context, transaction, room.now(),
                            {.title = room.fact.title,
                             .happened_on = room.fact.happened_on,
                             .quantity = quantity,
                             .link = room.fact.link}));
                return {};
            });
        };
        CHECK(refusal_of(correct_it(room.fact.quantity)) == "evidence.fact.nothing_corrected");
        CHECK(room.counted() == 0);
        CHECK(told(room.context).size() == before);
        MUST(correct_it(1));
        CHECK(room.counted() == 1);
        const auto all = told(room.context);
        REQUIRE(all.size() == before + 2);
        CHECK(all.back() == Told{reviewer, "email", "Hãy xem lại"});
    });
}

namespace
{

Result<void> correct_to(Context& context, database::Transaction& transaction,
                        const RecordedFact& fact, std::int64_t quantity)
{
    TRY(correct(context, transaction, fact,
                {.title = fact.title,
                 .happened_on = fact.happened_on,
                 .quantity = quantity,
                 .link = fact.link}));
    return {};
}

/// What two people do to one fact at the same moment: both have read it before either of them is
/// done. Answers what the second was told.
Result<void> both_do(Room& room, const caicach::testing::Deed& one,
                     const caicach::testing::Deed& other)
{
    return caicach::testing::side_by_side(*room.context.services().database, one, other);
}

}  // namespace

TEST_CASE("of a refusal and what the agency does to the fact meanwhile, each sum moves once")
{
    in_room([](Room& room) {
        auto agency = room.context;
        const auto fact = room.now();
        const auto refusing = [&](database::Transaction& transaction) {
            return refuse(room.context, transaction, fact, "Trang không mở được");
        };
        const auto taking_back = [&](database::Transaction& transaction) -> Result<void> {
            TRY(take_back(agency, transaction, fact));
            return {};
        };
        MUST(both_do(room, refusing, taking_back));
        CHECK(room.now().standing == Standing::superseded);
        CHECK(room.counted() == 0);
    });
}

TEST_CASE("what is taken back while a reviewer reads it is refused no more")
{
    in_room([](Room& room) {
        auto reviewer = room.context;
        const auto fact = room.now();
        const auto taking_back = [&](database::Transaction& transaction) -> Result<void> {
            TRY(take_back(room.context, transaction, fact));
            return {};
        };
        const auto refusing = [&](database::Transaction& transaction) {
            return refuse(reviewer, transaction, fact, "Trang không mở được");
        };
        CHECK(refusal_of(both_do(room, taking_back, refusing)) == "evidence.review.not_counting");
        CHECK(room.counted() == 0);
    });
}

TEST_CASE("of an acceptance and a correction at once the corrected fact alone counts")
{
    in_room([](Room& room) {
        MUST(room.refuse_it("Số lượng sai"));
        auto agency = room.context;
        const auto fact = room.now();
        const auto accepting = [&](database::Transaction& transaction) {
            return accept(room.context, transaction, fact, "");
        };
        const auto correcting = [&](database::Transaction& transaction) {
            return correct_to(agency, transaction, fact, 5);
        };
        MUST(both_do(room, accepting, correcting));
        CHECK(room.counted() == 5);
    });
}

TEST_CASE("what is taken back counts no more, stays in the list and can be told anew")
{
    in_room([](Room& room) {
        FactId taken;
        MUST(room.take([&](database::Transaction& transaction) -> Result<void> {
            taken = TRY(take_back(room.context, transaction, room.now()));
            return {};
        }));
        CHECK(room.counted() == 0);
        auto transaction = MUST(room.context.begin());
        const auto listed = MUST(listed_facts(transaction, {.agency = room.fact.agency}));
        REQUIRE(listed.size() == 1);
        CHECK(listed[0].id == taken);
        CHECK(listed[0].standing == Standing::taken_back);
        const auto again = take_back(room.context, transaction, listed[0]);
        REQUIRE(!again);
        CHECK(again.error().key == "evidence.fact.taken_back_already");
    });
}

TEST_CASE("only what a person typed in is corrected by hand, and by its last version")
{
    in_room([](Room& room) {
        auto elsewhere = room.now();
        elsewhere.is_typed = false;
        auto old = room.now();
        old.standing = Standing::superseded;
        auto transaction = MUST(room.context.read());
        CHECK(take_back(room.context, transaction, elsewhere).error().key ==
              "evidence.fact.recorded_elsewhere");
        CHECK(take_back(room.context, transaction, old).error().key ==
              "evidence.fact.already_superseded");
        const auto refused = type_in(room.context, transaction, room.fact.agency, "nothing",
                                     {.title = "Việc", .happened_on = room.fact.happened_on});
        CHECK(refused.error().key == "evidence.fact.product_unknown");
        const auto unproved = type_in(room.context, transaction, room.fact.agency, "",
                                      {.title = "Việc", .happened_on = room.fact.happened_on});
        CHECK(unproved.error().key == "evidence.fact.proof_missing");
    });
}

TEST_CASE("the database itself refuses to change or delete a verdict")
{
    in_room([](Room& room) {
        MUST(room.refuse_it("Trang không mở được"));
        for (const auto* statement :
             {"UPDATE evidence_review SET text = ''", "DELETE FROM evidence_review"}) {
            auto transaction = MUST(room.context.begin());
            CHECK(!transaction.script(statement));
        }
    });
}

TEST_CASE("pages of the list follow one another, newest first")
{
    in_room([](Room& room) {
        for (int i = 0; i < 4; ++i) (void)testing::typed_fact(room.context, "SYT", "");
        ListQuery query{.agency = room.fact.agency, .limit = 2};
        std::size_t seen = 0;
        for (int page = 0; page < 4; ++page) {
            auto transaction = MUST(room.context.read());
            const auto list = MUST(listed_facts(transaction, query));
            seen += list.size();
            if (list.empty()) break;
            query.before = place_from(text_of({list.back().happened_on, list.back().id}));
            REQUIRE(query.before);
        }
        CHECK(seen == 5);
        CHECK(!place_from("hôm nay"));
        CHECK(!place_from("2026-03-01.x"));
        auto transaction = MUST(room.context.read());
        query.before.reset();
        query.product = "article";
        CHECK(MUST(listed_facts(transaction, query)).size() == 1);
    });
}

}  // namespace caicach::evidence
