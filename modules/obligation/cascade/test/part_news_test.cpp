#include "obligation/board/excusing.hpp"
#include "obligation/cascade/test/handing_office.hpp"
#include "obligation/reminder/test/reminded_office.hpp"
#include "obligation/result.hpp"

namespace caicach::obligation
{
namespace
{

using identity::Role;

/// The portal has an officer and a head, the gazette an officer, and their giver a head.
struct Staff {
    AccountId officer{};
    AccountId head{};
    AccountId other{};

    explicit Staff(RemindedOffice& office)
        : officer(office.person("Lục Văn Bách", "CTTDT", Role::agency_officer)),
          head(office.person("Tạ Minh Khuê", "CTTDT", Role::agency_head)),
          other(office.person("Mạc Gia Bảo", "TTCB", Role::agency_officer))
    {
        office.person("Hà Văn An", "VPUB", Role::agency_head);
    }
};

void change(HandingOffice& office, const Obligation& part, const PartTerms& terms)
{
    auto transaction = MUST(office.province.context.begin());
    MUST(change_part(office.province.context, transaction, part, part.version, terms,
                     Reach::this_period));
    MUST(transaction.commit());
}

}  // namespace

TEST_CASE("each unit is told once what it was given, however many periods that is")
{
    in_reminded_office([](RemindedOffice& reminded) {
        const Staff staff{reminded};
        const HandingOffice office{reminded.province};
        MUST(office.try_to_hand_on(office.whole(), {office.portal, office.gazette},
                                   {.needed = 1, .note = "Gửi kèm ảnh"}, Reach::later_periods));
        CHECK(reminded.readers() == std::set{staff.officer, staff.head, staff.other});
        const auto sent = reminded.messages();
        REQUIRE(sent.size() == 6);
        for (const auto& message : sent)
            CHECK(message.body.find("Phần của đơn vị: 1 tin, bài, hạn 31/03/2026 (Tháng 3/2026). "
                                    "Cả 9 kỳ sau, đến hạn 31/12/2026. Lời giao: Gửi kèm ảnh") !=
                  std::string::npos);
        // Who has a part already keeps it, and hears nothing.
        CHECK(!office.try_to_hand_on(office.whole(), {office.portal}));
        CHECK(reminded.messages().size() == 6);
    });
}

TEST_CASE("a unit is told that its part is changed or taken back, not that it stays as it was")
{
    in_reminded_office([](RemindedOffice& reminded) {
        const Staff staff{reminded};
        HandingOffice office{reminded.province};
        MUST(office.try_to_hand_on(office.whole(), {office.gazette}, {.needed = 1}));
        REQUIRE(reminded.messages().size() == 2);
        change(office, office.part(office.gazette).obligation, {.needed = 1});
        CHECK(reminded.messages().size() == 2);
        change(office, office.part(office.gazette).obligation, {.needed = 3});
        REQUIRE(reminded.messages().size() == 4);
        CHECK(reminded.messages().back().body.find("Nay phần của đơn vị là: 3 tin, bài") !=
              std::string::npos);
        office.withdraw(office.part(office.gazette).obligation);
        REQUIRE(reminded.messages().size() == 6);
        CHECK(reminded.messages().back().body.find("Lý do: Tự làm") != std::string::npos);
        CHECK(reminded.readers() == std::set{staff.other});
        MUST(office.try_to_hand_on(office.whole(), {office.gazette}, {.needed = 1}));
        CHECK(reminded.messages().size() == 8);
    });
}

TEST_CASE("who excuses many wholes at once tells each unit of all its parts in one message")
{
    in_reminded_office([](RemindedOffice& reminded) {
        const Staff staff{reminded};
        const HandingOffice office{reminded.province};
        MUST(office.try_to_hand_on(office.whole(), {office.portal, office.gazette}, {.needed = 1},
                                   Reach::later_periods));
        const auto before = reminded.news().size();
        auto& context = office.province.context;
        auto transaction = MUST(context.begin());
        const Watched watched{.plan = MUST(plan::summary_of(transaction, office.plan)),
                              .today = context.today()};
        const auto found = MUST(excusable_in(transaction, watched));
        MUST(excuse_all(context, transaction, watched, {.seen = found.seen(), .reason = "Bão"}));
        MUST(transaction.commit());
        CHECK(office.part(office.portal).obligation.closing == Closing::excused);
        const auto news = reminded.news();
        // The head of the giver, and the three at its units: a bell and a letter each.
        REQUIRE(news.size() == before + 8);
        std::set<AccountId> units;
        for (auto at = before; at < news.size(); ++at) {
            const bool is_of_giver = news.at(at).subject.starts_with("Miễn 12 việc");
            if (!is_of_giver) {
                CHECK(news.at(at).subject.starts_with("Miễn 10 việc"));
                units.insert(news.at(at).account);
            }
            CHECK(news.at(at).body.find("(Tháng 4/2026)") != std::string::npos);
            CHECK(news.at(at).body.find(is_of_giver ? "Lý do: Bão" : "Lý do: Cơ quan giao được") !=
                  std::string::npos);
        }
        CHECK(units == std::set{staff.officer, staff.head, staff.other});
    });
}

TEST_CASE("when the excuse of a work and its parts ends, each hears once of all that is theirs")
{
    in_reminded_office([](RemindedOffice& reminded) {
        const auto head = reminded.person("Hà Văn An", "VPUB", Role::agency_head);
        const auto other = reminded.person("Mạc Gia Bảo", "TTCB", Role::agency_officer);
        const HandingOffice office{reminded.province};
        MUST(office.try_to_hand_on(office.whole(), {office.portal, office.gazette}, {.needed = 1}));
        auto& context = office.province.context;
        const auto step = [&](auto what) {
            auto transaction = MUST(context.begin());
            MUST(what(transaction, office.whole()));
            MUST(transaction.commit());
        };
        step([&](auto& transaction, const Obligation& whole) {
            return excuse(context, transaction, whole, "Bão");
        });
        const auto before = reminded.news().size();
        step([&](auto& transaction, const Obligation& whole) {
            return end_excuse(context, transaction, whole);
        });
        const auto news = reminded.news();
        // A bell and a letter each; nobody is at the portal, so its giver's head hears for it.
        REQUIRE(news.size() == before + 4);
        for (auto at = before; at < news.size(); ++at) {
            const bool is_head = news.at(at).account == head;
            CHECK((is_head || news.at(at).account == other));
            const auto* what = is_head ? "Thôi miễn: cơ quan lại phải làm 2 việc"
                                       : "Thôi miễn: cơ quan lại phải làm việc này";
            CHECK(news.at(at).subject.starts_with(what));
            const auto* due = is_head ? "Hạn gần nhất: hết ngày 31/03/2026." : "Hạn: hết ngày 31/";
            CHECK(news.at(at).body.find(due) != std::string::npos);
        }
    });
}

}  // namespace caicach::obligation
