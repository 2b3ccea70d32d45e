#pragma once
#include <span>

#include "http/request.hpp"
#include "report/aggregate/aggregate_views.hpp"

/// Whose numbers an address is about, and whether the person may add them up.
namespace caicach::report
{

/// The collector that an address of a page names, if it does.
[[nodiscard]] std::string_view collector_in(const http::Request& request);

/// The form that the address names.
[[nodiscard]] Result<Form> collected_form_in(database::Transaction& transaction,
                                             const http::Request& request);

/// The collector of that name in addresses; of none the form's owner, else the first that the
/// person may ask about. forbidden where there is none; not_found "organisation.agency.not_found"
/// for who collects nothing.
[[nodiscard]] Result<Collectors> collectors_in(const Context& context,
                                               database::Transaction& transaction,
                                               std::string_view slug, const Form& form,
                                               std::span<const Collecting> collecting);

/// What the address of a period names.
struct CollectedPlace {
    Form form{};
    ReportPeriod period{};
    Collectors collectors{};
};
/// not_found "report.period.not_found" for a period of another form.
[[nodiscard]] Result<CollectedPlace> collected_place_in(const Context& context,
                                                        database::Transaction& transaction,
                                                        const http::Request& request,
                                                        std::string_view collector);
/// With the collector that the address of a page names.
[[nodiscard]] Result<CollectedPlace> collected_place_in(const Context& context,
                                                        database::Transaction& transaction,
                                                        const http::Request& request);

}  // namespace caicach::report
