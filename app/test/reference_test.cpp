#include "app/reference.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/process.hpp"

namespace caicach::app
{
namespace
{

/// A data folder with one table of the province's own.
struct OwnTable {
    TemporaryDirectory data;

    OwnTable() : data(MUST(TemporaryDirectory::create()))
    {
        std::filesystem::create_directory(reference_folder(data.path()));
    }
    OwnTable(const OwnTable&) = delete;
    OwnTable& operator=(const OwnTable&) = delete;
    ~OwnTable() { static_cast<void>(text::use_own_references("", reference_files())); }

    /// What is said of it; empty: it stands.
    [[nodiscard]] std::string said_of(std::string_view name, std::string_view text) const
    {
        const auto path = reference_folder(data.path()) + "/" + std::string{name};
        std::ofstream(path, std::ios::binary) << text;
        const auto used = use_references(data.path());
        std::filesystem::remove(path);
        if (used) return {};
        CHECK(used.error().key == "base.configuration.wrong");
        REQUIRE(used.error().arguments.size() == 1);
        const auto& sentence = used.error().arguments.front();
        CHECK(sentence.starts_with(path + ": "));
        return sentence.substr(path.size() + 2);
    }
    void refuses(std::string_view name, std::string_view text, std::string_view why) const
    {
        CAPTURE(text);
        CHECK(said_of(name, text).starts_with(why));
    }
};

}  // namespace

TEST_CASE("each built-in table that a province may replace passes its own check")
{
    const auto files = reference_files();
    CHECK(files.size() == 30);
    for (const auto& file : files) {
        CAPTURE(file.name);
        CHECK(text::check_reference(file, file.built_in));
        CHECK(std::ranges::count(files, file.name, &text::ReferenceFile::name) == 1);
    }
}

TEST_CASE("a broken table of a province is refused in words, with its line and column")
{
    const OwnTable own;
    const std::string rules = "key;valid_from;valid_to;days;unit;audience;channels;title;source\n";
    own.refuses("reminder_rules.csv", rules + "x;2020-01-01;;99;calendar;officer;email;T;S\n",
                "Dòng 2, cột days: “99”");
    own.refuses("reminder_rules.csv", rules + "x;2020-01-01;;1;hour;officer;email;T;S\n",
                "Dòng 2, cột unit: “hour”");
    own.refuses("reminder_rules.csv", rules + "x;2020-01-01;;1;working;boss;email;T;S\n",
                "Dòng 2, cột audience: “boss”");
    own.refuses("reminder_rules.csv", rules + "# ghi chú\nx;2020-01-01;;1;working;head;fax;T;S\n",
                "Dòng 3, cột channels: “fax”");
    own.refuses("reminder_rules.csv", rules + "nudge;2020-01-01;;1;working;head;email;T;S\n",
                "Dòng 2, cột key: “nudge”");
    own.refuses("reminder_rules.csv", rules + "x;1/1/2020;;1;working;head;email;T;S\n",
                "Dòng 2, cột valid_from: “1/1/2020”");
    const std::string reminders = "key;valid_from;valid_to;days;title;source\n";
    own.refuses("report_reminders.csv", reminders + "x;2020-01-01;;99;T;S\n",
                "Dòng 2, cột days: “99”");
    own.refuses("report_reminders.csv", reminders + "x;2020-01-01;;-7;;S\n", "Dòng 2, cột title");
    own.refuses("proposal_rules.csv", rules + "x;2020-01-01;;0;working;head;email;T;S\n",
                "Dòng 2, cột days: “0”");
    own.refuses("proposal_rules.csv", rules + "x;2020-01-01;;3;working;overseer;email;T;S\n",
                "Dòng 2, cột audience: “overseer”");
    const std::string products = "key;text;unit;for_duty;subjects;words\n";
    const std::string norms = "key;valid_from;valid_to;title;unit;ceiling;source\n";
    own.refuses("budget_norms.csv", norms + "a;2020-01-01;;T;người;-5;S\n",
                "Dòng 2, cột ceiling: “-5”");
    own.refuses("budget_norms.csv", norms + "a;2020-01-01;;;người;5;S\n", "Dòng 2, cột title");
    const std::string bounds =
        "channel;valid_from;valid_to;same_per_hour;any_per_hour;quiet_from;quiet_until;source\n";
    own.refuses("message_limits.csv", bounds + "sms;2020-01-01;;5;20;1440;420;S\n",
                "Dòng 2, cột quiet_from: “1440”");
    own.refuses("message_limits.csv", bounds + "fax;2020-01-01;;5;20;0;0;S\n",
                "Dòng 2, cột channel: “fax”");
    own.refuses("message_limits.csv", bounds + "sms;2020-01-01;;5;20;0;0;S\n",
                "Không dòng nào của email còn hiệu lực");
    own.refuses("message_retention.csv", "valid_from;valid_to;days;source\n2020-01-01;;0;S\n",
                "Dòng 2, cột days: “0”");
    const std::string fallbacks = "purpose;valid_from;valid_to;channels;source\n";
    own.refuses("message_fallbacks.csv", fallbacks + "news;2020-01-01;;email in_app;S\n",
                "Dòng 2, cột channels: “in_app”");
    own.refuses("message_fallbacks.csv", fallbacks + ";2020-01-01;;email;S\n",
                "Dòng 2, cột purpose");
    own.refuses("due_readings.csv",
                "limit;valid_from;valid_to;on_day_off;source\nby;2017-01-01;;goes;S\n",
                "Dòng 2, cột on_day_off: “goes”");
    own.refuses("due_readings.csv",
                "limit;valid_from;valid_to;on_day_off;source\nby;2017-01-01;;moves;S\n",
                "Không dòng nào của before còn hiệu lực");
    own.refuses("products.csv", products + "Tin bài;T;tin;no;;tin\n", "Dòng 2, cột key: “Tin bài”");
    own.refuses("products.csv", products + "x;T;tin;no;;tin\n", "Thiếu khóa article");
    own.refuses("products.csv", products + "x;T;tin;maybe;;tin\n", "Dòng 2, cột for_duty: “maybe”");
    own.refuses("products.csv", products + "x;T;tin;no;departments+Các xã;tin\n",
                "Dòng 2, cột subjects: “departments+Các xã”");
    own.refuses("obstacle_rules.csv",
                "key;valid_from;valid_to;days;audience;title;source\n"
                "x;2020-01-01;;3;everybody;T;S\n",
                "Dòng 2, cột audience: “everybody”");
    own.refuses("search_synonyms.csv", "words\nmột mình\n", "Dòng 2, cột words");
    own.refuses("agencies.csv", "a\n", "Không có bảng tham chiếu nào tên như vậy");
}

TEST_CASE("a table without what the program asks for by name is refused")
{
    const OwnTable own;
    const std::string purposes =
        "purpose;valid_from;valid_to;title;can_unsubscribe;consent;is_urgent;source\n";
    own.refuses("message_purposes.csv", purposes + "account;2020-01-01;;T;maybe;;yes;S\n",
                "Dòng 2, cột can_unsubscribe: “maybe”");
    own.refuses("message_purposes.csv", purposes + "account;2020-01-01;;T;no;;yes;S\n",
                "Không dòng nào của reminder còn hiệu lực");
    own.refuses("plan_areas.csv", "key;text\ninstitutions;\n", "Dòng 2, cột text");
    own.refuses("plan_areas.csv", "key;text\ninstitutions;Thể chế\n", "Thiếu khóa procedures");
    own.refuses("consent_purposes.csv",
                "purpose;wording;valid_from;valid_to;title;text\nx;0;2026-01-01;;T;L\n",
                "Dòng 2, cột wording: “0”");
    const std::string clocks =
        "kind;valid_from;valid_to;acknowledge_working_days;days;days_with_others;extension_days;"
        "source\n";
    own.refuses("personal_data_clocks.csv", clocks + "access;2026-01-01;;2;x;15;10;S\n",
                "Dòng 2, cột days: “x”");
    own.refuses("personal_data_clocks.csv", clocks + "access;2026-01-01;;2;10;15;10;S\n",
                "Không dòng nào của withdrawal còn hiệu lực");
    own.refuses("signing_forms.csv",
                "key;mark;text;own_title;needs_document;needs_end;valid_from;valid_to;source\n"
                "head;;T;no;no;?;2020-03-05;;S\n",
                "Dòng 2, cột needs_end: “?”");
    own.refuses("staff_categories.csv",
                "key;text;adds;valid_from;valid_to;source\nofficial;T;yes;2010-01-01;;S\n",
                "Thiếu khóa civil_servant");
}

TEST_CASE("the tables as they are shipped may be copied and changed")
{
    const OwnTable own;
    for (const auto& file : reference_files()) {
        CAPTURE(file.name);
        CHECK(own.said_of(file.name, file.built_in).empty());
    }
}

}  // namespace caicach::app
