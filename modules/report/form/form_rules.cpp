#include "report/form/form_rules.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "calendar/date.hpp"
#include "report/form/expression.hpp"
#include "report/form/form_key.hpp"
#include "report/limits.hpp"

namespace caicach::report
{
namespace
{

constexpr int leap_year = 2024;

/// Goes through a form and notes what is wrong.
class Examiner
{
public:
    Examiner(const Definition& definition, std::span<const calendar::CutOff> cut_offs)
        : m_definition(definition), m_cut_offs(cut_offs)
    {
    }

    std::vector<Error> examine()
    {
        key(m_definition.key, "/key");
        words(m_definition.title, "/title");
        if (m_definition.reporters.empty()) note("/reporters", "report.form.reporters");
        period();
        due(m_definition.due, "/due");
        if (m_definition.owner_reports) due(m_definition.owner_due, "/owner_due");
        named_day(m_definition.data_until, "/data_until");
        sections();
        for (std::size_t i = 0; i < m_definition.checks.size(); ++i)
            check(m_definition.checks[i], "/checks/" + std::to_string(i));
        return std::move(m_faults);
    }

private:
    void note(std::string pointer, std::string key, std::vector<std::string> arguments = {})
    {
        m_faults.push_back(
            Error{Failure::invalid, std::move(key), std::move(pointer), std::move(arguments), {}});
    }

    void words(const std::string& text, const std::string& pointer)
    {
        if (text.empty()) note(pointer, "report.form.text_missing");
    }

    void key(const std::string& text, const std::string& pointer)
    {
        if (!is_form_key(text)) note(pointer, "report.form.key", {text});
    }

    /// The keys of parts stand in one space: a cell is found by its part's key.
    void key_once(std::set<std::string, std::less<>>& known, const std::string& text,
                  const std::string& pointer)
    {
        key(text, pointer);
        if (!known.insert(text).second) note(pointer, "report.form.twice", {text});
    }

    void period()
    {
        const auto& rule = m_definition.period;
        if (rule.cut_off.empty()) return;
        const auto found = std::ranges::find(m_cut_offs, rule.cut_off, &calendar::CutOff::key);
        if (found == m_cut_offs.end() || !calendar::Scheme::create(rule.length, *found))
            note("/period/cut_off", "report.form.period", {rule.cut_off});
    }

    void due(const DueDay& day, const std::string& pointer)
    {
        named_day(day.named, pointer + "/named");
    }

    void named_day(const std::optional<NamedDay>& named, const std::string& pointer)
    {
        if (named && !Date::create(leap_year, named->month, named->day))
            note(pointer, "report.form.no_such_day",
                 {std::to_string(named->day), std::to_string(named->month)});
    }

    void sections()
    {
        if (m_definition.sections.empty()) note("/sections", "report.form.empty");
        std::set<std::string, std::less<>> known;
        std::size_t parts{};
        for (std::size_t i = 0; i < m_definition.sections.size(); ++i) {
            const auto& section = m_definition.sections[i];
            const auto pointer = "/sections/" + std::to_string(i);
            key_once(known, section.key, pointer + "/key");
            words(section.title, pointer + "/title");
            parts += section.parts.size();
        }
        if (parts > limits::parts_max)
            note("/sections", "report.json.too_many", {std::to_string(limits::parts_max)});
        each_part([&](const Part& one, const std::string& pointer) {
            key_once(m_parts, key_of(one), pointer + "/key");
            words(text_of(one), pointer + "/text");
        });
        each_part([&](const Part& one, const std::string& pointer) { part(one, pointer); });
        if (indicators_of(m_definition).size() > limits::indicators_max)
            note("/sections", "report.json.too_many", {std::to_string(limits::indicators_max)});
    }

    template <class Visit>
    void each_part(const Visit& visit)
    {
        constexpr std::array<std::string_view, 3> kinds{"/indicator", "/table", "/narrative"};
        for (std::size_t i = 0; i < m_definition.sections.size(); ++i) {
            const auto& all = m_definition.sections[i].parts;
            for (std::size_t j = 0; j < all.size(); ++j) {
                auto pointer = "/sections/" + std::to_string(i) + "/parts/" + std::to_string(j);
                pointer += kinds.at(all[j].index());
                visit(all[j], pointer);
            }
        }
    }

    void part(const Part& one, const std::string& pointer)
    {
        if (const auto* number = std::get_if<Indicator>(&one)) indicator(*number, pointer);
        if (const auto* rows = std::get_if<FormTable>(&one)) table(*rows, pointer);
    }

    void indicator(const Indicator& one, const std::string& pointer)
    {
        const bool is_computed = one.source != Source::typed;
        if (is_computed != !one.figure.empty()) note(pointer + "/figure", "report.form.figure");
        // Whether a ratio lacks one only the figure can tell, which may be told in two numbers.
        const bool may_have_both = is_computed && one.adding == Adding::ratio;
        if (!may_have_both && !one.denominator_figure.empty())
            note(pointer + "/denominator_figure", "report.form.denominator");
        if ((one.adding == Adding::weighted_mean) != !one.weight.empty())
            note(pointer + "/weight", "report.form.weight");
        else if (!one.weight.empty() && (one.weight == one.key || !has_number(one.weight)))
            note(pointer + "/weight", "report.form.unknown_key", {one.weight});
    }

    void table(const FormTable& one, const std::string& pointer)
    {
        if (one.columns.empty()) note(pointer + "/columns", "report.form.no_columns");
        if ((one.rows_of == RowsOf::fixed) != !one.fixed_rows.empty())
            note(pointer + "/fixed_rows", "report.form.fixed_rows");
        if ((one.rows_of == RowsOf::told) != !one.told_table.empty())
            note(pointer + "/told_table", "report.form.told_table");
        std::set<std::string, std::less<>> known;
        for (std::size_t i = 0; i < one.columns.size(); ++i) {
            const auto at = pointer + "/columns/" + std::to_string(i);
            key_once(known, one.columns[i].key, at + "/key");
            words(one.columns[i].text, at + "/text");
        }
    }

    void check(const Check& one, const std::string& pointer)
    {
        side(one.left, pointer + "/left");
        side(one.right, pointer + "/right");
        words(one.text, pointer + "/text");
    }

    void side(const std::string& text, const std::string& pointer)
    {
        auto expression = parse_expression(text);
        if (!expression) {
            expression.error().field = pointer;
            m_faults.push_back(std::move(expression.error()));
            return;
        }
        for (const auto& term : *expression) {
            if (!term.key.empty() && !has_number(term.key))
                note(pointer, "report.form.unknown_key", {term.key});
        }
    }

    /// Of a ratio no rule speaks: it is no one number.
    [[nodiscard]] bool has_number(std::string_view key) const
    {
        return std::ranges::any_of(indicators_of(m_definition), [&](const Indicator* one) {
            return one->key == key && one->adding != Adding::ratio;
        });
    }

    const Definition& m_definition;
    std::span<const calendar::CutOff> m_cut_offs;
    std::set<std::string, std::less<>> m_parts{};
    std::vector<Error> m_faults{};
};

}  // namespace

std::vector<Error> faults_of(const Definition& definition,
                             std::span<const calendar::CutOff> cut_offs)
{
    return Examiner{definition, cut_offs}.examine();
}

std::vector<NamedFigure> figures_in(const Definition& definition)
{
    std::vector<NamedFigure> named;
    const auto add = [&](const std::string& key, std::string pointer) {
        if (!key.empty() && std::ranges::find(named, key, &NamedFigure::key) == named.end())
            named.push_back({key, std::move(pointer)});
    };
    for (std::size_t i = 0; i < definition.sections.size(); ++i) {
        const auto& parts = definition.sections[i].parts;
        for (std::size_t j = 0; j < parts.size(); ++j) {
            const auto* one = std::get_if<Indicator>(&parts[j]);
            if (one == nullptr) continue;
            const auto at =
                "/sections/" + std::to_string(i) + "/parts/" + std::to_string(j) + "/indicator";
            add(one->figure, at + "/figure");
            add(one->denominator_figure, at + "/denominator_figure");
        }
    }
    return named;
}

}  // namespace caicach::report
