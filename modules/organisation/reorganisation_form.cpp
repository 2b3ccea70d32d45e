#include "organisation/reorganisation_form.hpp"

#include <utility>

#include "organisation/offered_names.hpp"
#include "text/number.hpp"
#include "text/text.hpp"

namespace caicach::organisation
{
namespace
{

std::string typed(const http::Request& request, std::string_view field)
{
    return std::string(request.raw(field));
}

Result<AgencyId> agency_of_name(database::Transaction& transaction, const std::string& name,
                                Date day, std::string field)
{
    const auto resolution = TRY(resolve_name(transaction, name, day));
    if (const auto* agency = std::get_if<AgencyId>(&resolution)) return *agency;
    return failure(Failure::invalid, "organisation.reorganisation.unknown", std::move(field),
                   {name, day.vietnamese()});
}

Result<std::vector<AgencyId>> agencies_of_field(database::Transaction& transaction,
                                                const http::Request& request,
                                                std::string_view field, Date day)
{
    const auto names = TRY(request.texts(field, limits::name_length_max));
    std::vector<AgencyId> agencies;
    for (const auto& name : names) {
        const AgencyId agency = TRY(agency_of_name(transaction, name, day, std::string(field)));
        agencies.push_back(agency);
    }
    return agencies;
}

Result<int> share_in(const http::Request& request, const std::string& field)
{
    const auto text = TRY(request.maybe_text(field));
    if (!text) return 0;
    constexpr double percent_max = 100;
    const auto percent = text::parse_decimal(*text);
    if (!percent || *percent < 0 || *percent > percent_max)
        return failure(Failure::invalid, "organisation.reorganisation.share", field, {*text});
    constexpr double rounding = 0.5;
    return static_cast<int>(*percent * (whole_share / percent_max) + rounding);
}

Result<std::vector<Heir>> heirs_in(database::Transaction& transaction, const http::Request& request,
                                   Date day)
{
    std::vector<Heir> heirs;
    for (std::size_t row = 0; row < limits::heir_rows; ++row) {
        const auto name = TRY(request.maybe_text(heir_field(row), limits::name_length_max));
        if (!name) continue;
        const AgencyId agency = TRY(agency_of_name(transaction, *name, day, heir_field(row)));
        const int share = TRY(share_in(request, share_field(row)));
        heirs.push_back({.agency = agency, .share = share});
    }
    return heirs;
}

}  // namespace

std::string heir_field(std::size_t row) { return "heir_" + std::to_string(row + 1); }
std::string share_field(std::size_t row) { return "share_" + std::to_string(row + 1); }

Result<ReorganisationForm> form_in(const http::Request& request)
{
    const auto kind = reorganisation_kind(request.raw("loai"));
    if (!kind) return failure(Failure::not_found, "http.not_found");
    ReorganisationForm form{.kind = *kind,
                            .day = typed(request, "day"),
                            .document = typed(request, "document"),
                            .subject = typed(request, "subject"),
                            .names_to = typed(request, "names_to"),
                            .name = typed(request, "name"),
                            .short_name = typed(request, "short_name"),
                            .sought = typed(request, sought_field)};
    for (std::size_t row = 0; row < limits::heir_rows; ++row)
        form.heirs[row] = {.agency = typed(request, heir_field(row)),
                           .share = typed(request, share_field(row))};
    for (const auto& field : request.fields()) {
        if (field.name == "merged" && !field.value.empty()) form.merged.push_back(field.value);
        if (field.name == "moved" && !field.value.empty()) form.moved.push_back(field.value);
    }
    return form;
}

Result<Reorganisation> decision_in(database::Transaction& transaction, const http::Request& request,
                                   const ReorganisationForm& form)
{
    Reorganisation what{.kind = form.kind};
    what.day = TRY(request.date("day"));
    what.document = TRY(request.text("document", limits::document_length_max));
    const auto subject = TRY(request.text("subject", limits::name_length_max));
    what.subject = TRY(agency_of_name(transaction, subject, what.day, "subject"));
    what.merged = TRY(agencies_of_field(transaction, request, "merged", what.day));
    what.heirs = TRY(heirs_in(transaction, request, what.day));
    if (const auto name = TRY(request.maybe_text("names_to", limits::name_length_max)))
        what.names_to = TRY(agency_of_name(transaction, *name, what.day, "names_to"));
    what.name = TRY(request.maybe_text("name", limits::name_length_max)).value_or("");
    what.short_name = TRY(request.maybe_text("short_name", limits::name_length_max)).value_or("");
    what.moved = TRY(agencies_of_field(transaction, request, "moved", what.day));
    return what;
}

}  // namespace caicach::organisation
