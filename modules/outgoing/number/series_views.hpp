#pragma once
#include <string>
#include <vector>

#include "http/form.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "outgoing/number/number.hpp"
#include "web/components/fault.hpp"

namespace caicach::outgoing
{

/// A series with how far it has come this year.
struct ListedSeries {
    Series series{};
    Counter counter{};
};

struct SeriesListPage {
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};  ///< whose series the person may see
    std::vector<ListedSeries> series{};
    std::vector<DocumentKind> kinds{};
    bool may_manage{};
    http::Form form{};  ///< of a new series
    web::Fault fault{};
};
[[nodiscard]] http::Response series_list_page(const Context& context, const SeriesListPage& page);

struct SeriesPage {
    Series series{};
    std::string agency{};
    std::vector<DocumentKind> kinds{};
    int year{};
    Counter counter{};
    std::vector<GivenNumber> numbers{};
    bool has_more{};
    bool may_manage{};
    bool may_number{};
    http::Form form{};
    web::Fault fault{};
};
[[nodiscard]] http::Response series_page(const Context& context, const SeriesPage& page);

[[nodiscard]] std::string_view text_of(NumberState state);

}  // namespace caicach::outgoing
