#include "notification/templates/template.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "notification/message.hpp"
#include "notification/template_files.hpp"
#include "text/text.hpp"

namespace caicach::notification
{
namespace
{

constexpr std::string_view opening = "((";
constexpr std::string_view closing = "))";
constexpr std::array<std::string_view, 2> always_known{"tinh", "trang"};

tl::unexpected<Error> malformed(std::string_view name, std::string_view what)
{
    return failure(Failure::invalid, "notification.template.malformed", {},
                   {std::string(name), std::string(what)});
}

bool is_name(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

/// Calls `plain` with each piece of text and `variable` with each name, in their order.
void walk(std::string_view text, const auto& plain, const auto& variable)
{
    while (!text.empty()) {
        const auto begin = text.find(opening);
        const auto end = begin == std::string_view::npos ? begin : text.find(closing, begin);
        if (end == std::string_view::npos) break;
        const auto name = text.substr(begin + opening.size(), end - begin - opening.size());
        if (is_name(name)) {
            plain(text.substr(0, begin));
            variable(name);
            text.remove_prefix(end + closing.size());
        } else {
            plain(text.substr(0, begin + 1));
            text.remove_prefix(begin + 1);
        }
    }
    plain(text);
}

Result<void> set(Template& made, std::string_view field, std::string_view value)
{
    if (field == "purpose") {
        made.purpose = value;
    } else if (field == "title") {
        made.title = value;
    } else if (field == "subject") {
        made.subject = value;
    } else if (field == "strips_marks") {
        made.strips_marks = value == "yes";
    } else if (field == "variables" || field == "if_named") {
        auto& names = field == "variables" ? made.variables : made.if_named;
        for (const auto name : text::split(value, ' '))
            if (!name.empty()) names.emplace_back(name);
    } else {
        return malformed(made.key, field);
    }
    return {};
}

Result<void> check(const Template& made)
{
    const bool is_whole = !made.purpose.empty() && !made.title.empty() && !made.body.empty() &&
                          made.has_subject() == !made.subject.empty();
    if (!is_whole) return malformed(made.key, key_of(made.channel));
    for (const auto& name : variables_in(made.subject + "\n" + made.body))
        if (!made.knows(name)) return malformed(made.key, name);
    return {};
}

}  // namespace

bool Template::knows(std::string_view variable) const
{
    return std::ranges::find(always_known, variable) != always_known.end() ||
           std::ranges::find(variables, variable) != variables.end();
}

Result<Template> parse_template(std::string_view name, std::string_view text)
{
    const auto dot = name.rfind('.');
    const auto channel =
        dot == std::string_view::npos ? std::nullopt : channel_from(name.substr(dot + 1));
    const auto head = text.find("\n\n");
    if (!channel || head == std::string_view::npos) return malformed(name, "");
    Template made{.key = std::string(name.substr(0, dot)), .channel = *channel};
    for (const auto line : text::split(text.substr(0, head), '\n')) {
        const auto colon = line.find(": ");
        if (colon == std::string_view::npos) return malformed(name, line);
        TRY(set(made, line.substr(0, colon), text::trim(line.substr(colon + 2))));
    }
    made.body = text::trim(text.substr(head));
    TRY(check(made));
    return made;
}

const std::vector<Template>& shipped_templates()
{
    static const auto all = [] {
        std::vector<Template> made;
        made.reserve(template_files::all.size());
        for (const auto& file : template_files::all)
            made.push_back(MUST(parse_template(file.name, file.text)));
        std::ranges::sort(made, {},
                          [](const Template& one) { return std::pair(one.key, one.channel); });
        return made;
    }();
    return all;
}

std::vector<std::string> variables_in(std::string_view text)
{
    std::vector<std::string> names;
    walk(
        text, [](std::string_view) {},
        [&](std::string_view name) {
            if (std::ranges::find(names, name) == names.end()) names.emplace_back(name);
        });
    return names;
}

Result<std::string> fill(std::string_view text, std::span<const Variable> variables)
{
    std::string out;
    std::string missing;
    walk(
        text, [&](std::string_view piece) { out += piece; },
        [&](std::string_view name) {
            const auto found = std::ranges::find(variables, name, &Variable::name);
            if (found != variables.end()) {
                out += found->value;
            } else {
                missing = name;
            }
        });
    if (missing.empty()) return out;
    return failure(Failure::invalid, "notification.template.variable_missing", {}, {missing});
}

}  // namespace caicach::notification
