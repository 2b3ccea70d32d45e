#include "evidence/subject_form.hpp"

#include <algorithm>
#include <utility>

#include "evidence/limits.hpp"
#include "http/request.hpp"
#include "text/text.hpp"

namespace caicach::evidence
{
namespace
{

using organisation::AgencySummary;

Result<Manner> manner_meant(std::string_view typed)
{
    const auto manner = manner_from(typed);
    if (!manner) return failure(Failure::invalid, "evidence.subject.manner_unknown", "manner");
    return *manner;
}

Result<std::optional<AgencySummary>> known_agency(database::Transaction& transaction,
                                                  std::string_view slug, Date day)
{
    auto agency = organisation::agency_by_slug(transaction, slug, day);
    if (agency) return std::optional{std::move(*agency)};
    if (agency.error().kind == Failure::not_found) return std::optional<AgencySummary>{};
    return tl::unexpected<Error>(agency.error());
}

bool names(std::span<const AgencySummary> agencies, std::string_view slug)
{
    return std::ranges::find(agencies, slug, &AgencySummary::slug) != agencies.end();
}

}  // namespace

std::string as_text(const TypedSubjects& typed)
{
    std::string text = typed.manner;
    for (const auto& slug : typed.agencies) text += " " + slug;
    return text;
}

TypedSubjects typed_subjects_of(std::string_view text)
{
    TypedSubjects typed;
    const auto words = text::split(text, ' ');
    typed.manner = words.front();
    typed.agencies.assign(words.begin() + 1, words.end());
    return typed;
}

TypedSubjects typed_subjects_in(const http::Request& request)
{
    return {.agencies = request.texts("about").value_or(std::vector<std::string>{}),
            .manner = std::string{request.raw("manner")}};
}

Result<std::optional<TypedSubjects>> stated_subjects_in(const http::Request& request)
{
    std::optional<TypedSubjects> stated;
    if (!request.has("states_about")) return stated;
    stated.emplace();
    stated->agencies = TRY(request.texts("about"));
    if (stated->agencies.size() > limits::subjects_max)
        return failure(Failure::invalid, "evidence.subject.too_many", "about",
                       {std::to_string(limits::subjects_max)});
    stated->manner = request.raw("manner");
    TRY(manner_meant(stated->manner));
    return stated;
}

Result<Subjects> subjects_meant(database::Transaction& transaction, const TypedSubjects& typed,
                                Date day)
{
    Subjects subjects;
    subjects.manner = TRY(manner_meant(typed.manner));
    for (const auto& slug : typed.agencies) {
        const auto agency = TRY(known_agency(transaction, slug, day));
        if (!agency)
            return failure(Failure::invalid, "evidence.subject.agency_unknown", "about", {slug});
        subjects.agencies.push_back(agency->id);
    }
    return subjects;
}

Result<std::vector<AgencySummary>> subject_choices(database::Transaction& transaction,
                                                   organisation::AgencyId own,
                                                   const TypedSubjects& named, Date today)
{
    auto choices = TRY(organisation::agencies_on(transaction, today));
    // Who ended since is still said as it was.
    std::size_t looked_up = 0;
    for (const auto& slug : named.agencies) {
        if (names(choices, slug) || looked_up++ >= limits::subjects_max) continue;
        auto agency = TRY(known_agency(transaction, slug, today));
        if (agency) choices.push_back(std::move(*agency));
    }
    std::erase_if(choices, [&](const auto& agency) { return agency.id == own; });
    return choices;
}

std::string words_of(const TypedSubjects& typed, std::span<const AgencySummary> choices)
{
    std::string words;
    for (const auto& agency : choices) {
        if (std::ranges::find(typed.agencies, agency.slug) == typed.agencies.end()) continue;
        words += (words.empty() ? "" : "; ") + agency.name;
    }
    return with_manner(std::move(words), manner_from(typed.manner).value_or(Manner::not_said));
}

}  // namespace caicach::evidence
