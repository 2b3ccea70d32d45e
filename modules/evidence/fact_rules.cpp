#include "evidence/fact_rules.hpp"

#include <algorithm>

#include "attachment/api.hpp"
#include "evidence/limits.hpp"
#include "text/text.hpp"

namespace caicach::evidence
{

bool is_web_address(std::string_view link)
{
    if (link.size() > limits::link_length_max) return false;
    if (!link.starts_with("https://") && !link.starts_with("http://")) return false;
    const auto host = link.substr(link.find("//") + 2);
    if (host.empty() || host.front() == '/') return false;
    return std::ranges::none_of(link, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte <= ' ' || byte == 0x7f;
    });
}

bool is_sha256(std::string_view text)
{
    return text.size() == 64 && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

Result<void> check_fact(const Fact& fact, Date today)
{
    const auto invalid = [](std::string key, std::string field) {
        return failure(Failure::invalid, std::move(key), std::move(field));
    };
    if (fact.kind.key.empty() || fact.kind.unit.empty())
        return invalid("evidence.fact.kind_missing", "kind");
    if (!fact.agency) return invalid("evidence.fact.agency_missing", "agency");
    // What is to come is a plan, and plans prove nothing.
    if (fact.happened_on > today) return invalid("evidence.fact.in_future", "happened_on");
    if (fact.quantity < 0) return invalid("evidence.fact.quantity_negative", "quantity");
    if (text::trim(fact.title).empty()) return invalid("evidence.fact.title_missing", "title");
    if (text::length(fact.title) > limits::title_length_max)
        return failure(Failure::invalid, "evidence.fact.title_too_long", "title",
                       {std::to_string(limits::title_length_max)});
    if (attachment::names_secret(fact.title, today))
        return invalid("evidence.fact.secret", "title");
    if (!fact.link.empty() && !is_web_address(fact.link))
        return invalid("evidence.fact.link_malformed", "link");
    if (!fact.file_sha256.empty() && !is_sha256(fact.file_sha256))
        return invalid("evidence.fact.hash_malformed", "file");
    return {};
}

}  // namespace caicach::evidence
