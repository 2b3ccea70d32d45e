#include "report/form/definition.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "json/canonical.hpp"
#include "report/form/definition_json.hpp"
#include "report/form/form_rules.hpp"
#include "report/testing.hpp"

namespace caicach::report
{
namespace
{

using testing::sample_form;

const std::vector<calendar::CutOff> cut_offs{{"nd09", 15}};

json::Value parsed(std::string_view text) { return MUST(json::parse(text)); }

/// "key pointer" of each fault, in their order.
std::vector<std::string> told(const std::vector<Error>& faults)
{
    std::vector<std::string> all;
    for (const auto& fault : faults) {
        CHECK(fault.kind == Failure::invalid);
        all.push_back(fault.key + " " + fault.field);
    }
    return all;
}

std::vector<std::string> read_faults(std::string_view text)
{
    return told(definition_from(parsed(text)).faults);
}

/// What the rules say of the sample after a change.
std::vector<std::string> rule_faults(const std::function<void(Definition&)>& change)
{
    auto form = sample_form();
    change(form);
    return told(faults_of(form, cut_offs));
}

Indicator& indicator(Definition& form, std::size_t at)
{
    return std::get<Indicator>(form.sections[0].parts[at]);
}

using Faults = std::vector<std::string>;

}  // namespace

TEST_CASE("a form is written as JSON and read back the same, to the byte")
{
    for (const auto& form : {sample_form(), Definition{}}) {
        const auto value = to_json(form);
        const auto text = MUST(json::canonical(value));
        const auto again = definition_from(parsed(text));
        CHECK(again.faults.empty());
        CHECK(again.definition == form);
        CHECK(MUST(json::canonical(to_json(again.definition))) == text);
    }
    CHECK(json::dump(to_json(Definition{})) == "{}");
}

TEST_CASE("JSON names each value as the form means it")
{
    const auto form = definition_from(parsed(R"({
        "key": "a", "title": "A", "is_ad_hoc": true, "collector": "parent",
        "period": {"length": "half", "cut_off": "nd09", "titles": ["x"]},
        "due": {"day": 5, "months_after": 1, "limit": "by", "on_day_off": "moves",
                "named": {"day": 30, "month": 11}},
        "lock": {"never": true}, "flow": {"needs_check": false, "needs_approval": false},
        "sections": [{"key": "s", "title": "S", "level": 3, "parts": [
            {"indicator": {"key": "i", "text": "I", "source": "both", "span": "year_to_date",
                           "adding": "count_of_yes", "decimals": 4, "is_required": true}},
            {"table": {"key": "t", "text": "T", "rows_of": "told", "told_table": "a.b",
                       "columns": [{"key": "c", "text": "C", "adding": "maximum"}]}},
            {"narrative": {"key": "n", "text": "N", "drawn_of": ["next", "done"],
                           "length_max": 5}}]}],
        "checks": [{"left": "i", "comparison": "not_less", "right": "1", "weight": "warns",
                    "text": "W"}]})"));
    CHECK(told(form.faults).empty());
    const auto& read = form.definition;
    CHECK(read.collector == CollectorRule::parent);
    CHECK(read.period.length == calendar::Length::half);
    CHECK(read.due.rule.on_day_off == calendar::OnDayOff::moves);
    CHECK(read.due.rule.limit == calendar::Limit::by);
    CHECK(read.due.named == NamedDay{30, 11});
    CHECK(read.lock.never);
    CHECK_FALSE(read.flow.needs_check);
    REQUIRE(read.sections.size() == 1);
    const auto& parts = read.sections[0].parts;
    REQUIRE(parts.size() == 3);
    CHECK(std::get<Indicator>(parts[0]).source == Source::both);
    CHECK(std::get<Indicator>(parts[0]).span == Span::year_to_date);
    CHECK(std::get<Indicator>(parts[0]).adding == Adding::count_of_yes);
    CHECK(std::get<FormTable>(parts[1]).rows_of == RowsOf::told);
    CHECK(std::get<FormTable>(parts[1]).columns[0].adding == Adding::maximum);
    CHECK(std::get<Narrative>(parts[2]).drawn_of == std::vector{Drawn::next, Drawn::done});
    CHECK(read.checks[0].comparison == Comparison::not_less);
    CHECK(read.checks[0].weight == Weight::warns);
}

TEST_CASE("what a form in JSON may not say is told all at once, each with its pointer")
{
    CHECK(read_faults("[]") == Faults{"report.json.kind "});
    CHECK(read_faults(R"({"ten": 1, "a/b~": 2})") ==
          Faults{"report.json.unknown /ten", "report.json.unknown /a~1b~0"});
    CHECK(read_faults(R"({"key": 1, "reporters": "x", "is_ad_hoc": 1, "due": []})") ==
          Faults{"report.json.kind /key", "report.json.kind /is_ad_hoc",
                 "report.json.kind /reporters", "report.json.kind /due"});
    CHECK(read_faults(R"({"reporters": ["a", 1, ""], "collector": "ai"})") ==
          Faults{"report.json.kind /reporters/1", "report.json.unclean /reporters/2",
                 "report.json.choice /collector"});
    CHECK(read_faults(R"({"due": {"day": 32, "months_after": 0.5}, "data_until": {"day": 3}})") ==
          Faults{"report.json.number /due/day", "report.json.kind /due/months_after",
                 "report.json.missing /data_until/month"});
    CHECK(read_faults(R"({"sections": [{"parts": [{}, {"indicator": {"unit": 3, "x": 1}},
                          {"table": {}, "narrative": {}}, {"khac": {}}]}, 7]})") ==
          Faults{"report.json.part /sections/0/parts/0",
                 "report.json.kind /sections/0/parts/1/indicator/unit",
                 "report.json.unknown /sections/0/parts/1/indicator/x",
                 "report.json.part /sections/0/parts/2", "report.json.part /sections/0/parts/3",
                 "report.json.unknown /sections/0/parts/3/khac", "report.json.kind /sections/1"});
    CHECK(read_faults(R"({"title": "a\u0001b", "kind": " x", "key": "e\u0301"})") ==
          Faults{"report.json.unclean /key", "report.json.unclean /title",
                 "report.json.unclean /kind"});
}

TEST_CASE("JSON beyond the limits of a form is refused, and not all of its faults are kept")
{
    CHECK(read_faults(R"({"title": ")" + std::string(501, 'a') + R"("})") ==
          Faults{"report.json.too_long /title"});
    std::string sections;
    for (int i = 0; i < 41; ++i) sections += i == 0 ? "{}" : ",{}";
    CHECK(read_faults(R"({"sections": [)" + sections + "]}") ==
          Faults{"report.json.too_many /sections"});
    std::string unknown;
    for (int i = 0; i < 300; ++i) unknown += (i == 0 ? "\"x" : ",\"x") + std::to_string(i) + "\":1";
    CHECK(read_faults("{" + unknown + "}").size() == 100);
}

TEST_CASE("nothing is wrong with a whole form, and much with an empty one")
{
    CHECK(told(faults_of(sample_form(), cut_offs)).empty());
    CHECK(told(faults_of({}, cut_offs)) ==
          Faults{"report.form.key /key", "report.form.text_missing /title",
                 "report.form.reporters /reporters", "report.form.empty /sections"});
}

TEST_CASE("keys are short words of ASCII, and each stands once")
{
    for (const auto* key : {"", "A", "1a", "số", "a b", "a.", "a..b", "a-b"}) {
        CAPTURE(key);
        CHECK(rule_faults([&](Definition& form) { form.key = key; }) ==
              Faults{"report.form.key /key"});
    }
    CHECK(rule_faults([](Definition& form) {
              form.sections[1].key = "so_lieu";
              std::get<Narrative>(form.sections[1].parts[0]).key = "ho_so";
          }) == Faults{"report.form.twice /sections/1/key",
                       "report.form.twice /sections/1/parts/0/narrative/key"});
}

TEST_CASE("a number says how it comes about")
{
    CHECK(rule_faults([](Definition& form) { indicator(form, 0).figure.clear(); }) ==
          Faults{"report.form.figure /sections/0/parts/0/indicator/figure"});
    CHECK(rule_faults([](Definition& form) { indicator(form, 2).figure = "evidence.article"; }) ==
          Faults{"report.form.figure /sections/0/parts/2/indicator/figure"});
    CHECK(rule_faults([](Definition& form) { indicator(form, 1).denominator_figure = "x"; }) ==
          Faults{"report.form.denominator /sections/0/parts/1/indicator/denominator_figure"});
    CHECK(rule_faults([](Definition& form) { indicator(form, 3).weight.clear(); }) ==
          Faults{"report.form.weight /sections/0/parts/3/indicator/weight"});
    for (const auto* weight : {"hai_long", "khong_co", "vuong_mac"})
        CHECK(rule_faults([&](Definition& form) { indicator(form, 3).weight = weight; }) ==
              Faults{"report.form.unknown_key /sections/0/parts/3/indicator/weight"});
}

TEST_CASE("a table says its columns, and where its rows come from")
{
    const auto with_table = [](const std::function<void(FormTable&)>& change) {
        return rule_faults(
            [&](Definition& form) { change(std::get<FormTable>(form.sections[1].parts[1])); });
    };
    CHECK(with_table([](FormTable& table) { table.columns.clear(); }) ==
          Faults{"report.form.no_columns /sections/1/parts/1/table/columns"});
    CHECK(with_table([](FormTable& table) { table.rows_of = RowsOf::fixed; }) ==
          Faults{"report.form.fixed_rows /sections/1/parts/1/table/fixed_rows"});
    CHECK(with_table([](FormTable& table) { table.rows_of = RowsOf::told; }) ==
          Faults{"report.form.told_table /sections/1/parts/1/table/told_table"});
    CHECK(with_table([](FormTable& table) { table.columns[1].key = "ten"; }) ==
          Faults{"report.form.twice /sections/1/parts/1/table/columns/1/key"});
}

TEST_CASE("a rule speaks of numbers that the form has")
{
    const auto with_rule = [](std::string left) {
        return rule_faults([&](Definition& form) { form.checks[0].left = std::move(left); });
    };
    CHECK(with_rule("tin_bai / 2") == Faults{"report.form.expression /checks/0/left"});
    CHECK(
        with_rule("tin_bai + vuong_mac + khac") ==
        Faults{"report.form.unknown_key /checks/0/left", "report.form.unknown_key /checks/0/left"});
    CHECK(rule_faults([](Definition& form) { form.checks[0].text.clear(); }) ==
          Faults{"report.form.text_missing /checks/0/text"});
}

TEST_CASE("a regime of periods is known and cuts no weeks, and a named day is in the year")
{
    CHECK(rule_faults([](Definition& form) { form.period.cut_off = "khac"; }) ==
          Faults{"report.form.period /period/cut_off"});
    CHECK(rule_faults([](Definition& form) { form.period.length = calendar::Length::week; }) ==
          Faults{"report.form.period /period/cut_off"});
    CHECK(rule_faults([](Definition& form) {
              form.due.named = NamedDay{31, 4};
              form.data_until = NamedDay{29, 2};
              form.owner_due.named = NamedDay{30, 2};
          }) ==
          Faults{"report.form.no_such_day /due/named", "report.form.no_such_day /owner_due/named"});
}

TEST_CASE("the figures that a form asks for are told once each, with their place")
{
    auto form = sample_form();
    indicator(form, 2).source = Source::computed;
    indicator(form, 2).adding = Adding::ratio;
    indicator(form, 2).figure = "evidence.talk";
    indicator(form, 2).denominator_figure = "evidence.dialogue";
    const auto figures = figures_in(form);
    REQUIRE(figures.size() == 3);
    CHECK(figures[0].key == "evidence.article");
    CHECK(figures[0].pointer == "/sections/0/parts/0/indicator/figure");
    CHECK(figures[2].key == "evidence.dialogue");
    CHECK(figures[2].pointer == "/sections/0/parts/2/indicator/denominator_figure");
}

}  // namespace caicach::report
