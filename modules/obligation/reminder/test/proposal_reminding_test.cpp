#include "obligation/reminder/proposal_reminding.hpp"

#include <algorithm>

#include "calendar/moment.hpp"
#include "obligation/proposal/proposal_waiting.hpp"
#include "obligation/proposal/test/partners.hpp"
#include "obligation/result.hpp"
#include "reminded_office.hpp"

namespace caicach::obligation
{
namespace
{

using identity::Role;

/// SNV asked SYT on Sunday 15 March: three working days are over on the 18th, seven on the 24th,
/// ten on the 27th.
struct Asked {
    RemindedOffice& office;
    Partners partners{office.province};
    AccountId partner{office.person("Tạ Minh Khuê", "SYT", Role::agency_head)};
    AccountId partner_officer{office.person("Lục Văn Bách", "SYT", Role::agency_officer)};
    AccountId other{office.person("Mạc Gia Bảo", "STC", Role::agency_head)};
    AccountId lead{office.person("Hà Văn An", "SNV", Role::agency_head)};
    AccountId lead_officer{office.person("Đỗ Thị Lan", "SNV", Role::agency_officer)};
    Proposal proposal{};

    explicit Asked(RemindedOffice& its) : office(its)
    {
        proposal = MUST(partners.try_to_propose(partners.health));
    }

    /// What the bell said of proposals.
    [[nodiscard]] std::vector<SentMessage> said_to(AccountId account) const
    {
        auto all = office.messages();
        std::erase_if(all, [&](const SentMessage& message) {
            return message.account != account || message.channel != "in_app" ||
                   message.body.find("phần") == std::string::npos;
        });
        return all;
    }
};

}  // namespace

TEST_CASE("a proposal that waits is a line of the digest on the days of its rules, never twice")
{
    in_reminded_office([](RemindedOffice& office) {
        const Asked asked{office};
        office.run_on(day(3, 16));
        office.run_on(day(3, 17));
        CHECK(asked.said_to(asked.partner).empty());
        office.run_on(day(3, 18));
        office.run_on(day(3, 18));
        REQUIRE(asked.said_to(asked.partner).size() == 1);
        const auto said = asked.said_to(asked.partner).front();
        CHECK(said.path == "/phan-viec/" + asked.proposal.code);
        CHECK(said.body.find("Sở Nội vụ đề nghị nhận một phần: II.1.") != std::string::npos);
        CHECK(said.body.find("(Tháng 3/2026), chờ trả lời từ 15/03/2026, đã 3 ngày làm việc; "
                             "hạn 31/03/2026") != std::string::npos);
        const auto letters = office.messages();
        const auto letter = std::ranges::find_if(letters, [&](const SentMessage& message) {
            return message.account == asked.partner && message.channel == "email";
        });
        REQUIRE(letter != letters.end());
        CHECK(letter->body.find("https://cchc.songlam.example/phan-viec/" + asked.proposal.code) !=
              std::string::npos);
        office.run_on(day(3, 19));
        CHECK(asked.said_to(asked.partner).size() == 1);
        office.run_on(day(3, 24));
        CHECK(asked.said_to(asked.partner).size() == 2);
        // No run on the day of the rule: on the next one.
        office.run_on(day(3, 30));
        REQUIRE(asked.said_to(asked.partner).size() == 3);
        CHECK(asked.said_to(asked.partner).back().body.find("đã 11 ngày làm việc") !=
              std::string::npos);
        for (const auto account :
             {asked.partner_officer, asked.other, asked.lead, asked.lead_officer})
            CHECK(asked.said_to(account).empty());
    });
}

TEST_CASE("another offer waits anew, for who does the whole, and at last for its head alone")
{
    in_reminded_office([](RemindedOffice& office) {
        const Asked asked{office};
        office.province.desk.clock.set_today(day(3, 17));
        MUST(asked.partners.try_to_counter(asked.proposal, {.content = "Viết một bài"}));
        office.run_on(day(3, 18));
        office.run_on(day(3, 19));
        CHECK(asked.said_to(asked.partner).empty());
        CHECK(asked.said_to(asked.lead).empty());
        office.run_on(day(3, 20));
        REQUIRE(asked.said_to(asked.lead).size() == 1);
        CHECK(asked.said_to(asked.lead).front().body.find("Sở Y tế đề nghị khác về phần việc") !=
              std::string::npos);
        CHECK(asked.said_to(asked.lead_officer).size() == 1);
        office.run_on(day(3, 31));
        CHECK(asked.said_to(asked.lead).size() == 2);
        CHECK(asked.said_to(asked.lead_officer).size() == 2);
        CHECK(asked.said_to(asked.partner).empty());
    });
}

TEST_CASE("nobody is reminded of what is answered, withdrawn, or part of what is owed no more")
{
    in_reminded_office([](RemindedOffice& office) {
        const Asked asked{office};
        const auto other = MUST(asked.partners.try_to_propose(asked.partners.finance));
        MUST(asked.partners.try_to_refuse(asked.proposal, "Không có người"));
        {
            auto transaction = MUST(office.province.context.begin());
            MUST(excuse(office.province.context, transaction, asked.partners.whole(), "Thôi"));
            MUST(transaction.commit());
        }
        CHECK(other.is_waiting());
        office.run_on(day(3, 18));
        CHECK(asked.said_to(asked.partner).empty());
        CHECK(asked.said_to(asked.other).empty());
        CHECK(asked.said_to(asked.lead).empty());
    });
}

TEST_CASE("of many proposals that wait ten stand in one message, and the others are counted")
{
    in_reminded_office([](RemindedOffice& office) {
        const Asked asked{office};
        const Partners more{office.province};
        MUST(more.try_to_propose(more.health));
        for (const auto period : {"2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09",
                                  "2026-10", "2026-11", "2026-12"}) {
            const auto whole = asked.partners.whole(period);
            auto transaction = MUST(office.province.context.begin());
            MUST(propose(office.province.context, transaction, whole,
                         {.agency = asked.partners.health, .terms = {.content = "Bài"}}));
            MUST(transaction.commit());
        }
        office.run_on(day(3, 18));
        REQUIRE(asked.said_to(asked.partner).size() == 1);
        const auto said = asked.said_to(asked.partner).front();
        CHECK(said.path == "/phan-viec");
        CHECK(said.body.find("- và 1 phần việc khác chờ trả lời") != std::string::npos);
    });
}

TEST_CASE("waiting is told in working days, the day itself not counted")
{
    const calendar::WorkingTime time{calendar::WorkingDays{}, calendar::OfficeHours{}};
    const auto friday = instant_at(day(3, 20), 9 * 60);
    CHECK(waited_days(time, friday, friday + 60) == "chưa đủ 1 ngày làm việc");
    CHECK(waited_since(time, friday, friday + 60) == "từ 20/03/2026");
    CHECK(waited_days(time, friday, instant_at(day(3, 22), 0)) == "chưa đủ 1 ngày làm việc");
    CHECK(waited_since(time, friday, instant_at(day(3, 24), 0)) ==
          "từ 20/03/2026, đã 2 ngày làm việc");
}

}  // namespace caicach::obligation
