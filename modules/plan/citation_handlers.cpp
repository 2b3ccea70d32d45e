#include "plan/citation_handlers.hpp"

#include "plan/citation.hpp"
#include "plan/citation_views.hpp"
#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

constexpr std::size_t words_length_max = 200;
constexpr std::size_t documents_shown_max = 200;

}  // namespace

Result<http::Response> show_citations(Context& context, const http::Request& request)
{
    const auto typed =
        text::clean_input(request.query("tim").value_or("").substr(0, words_length_max));
    auto transaction = TRY(context.read());
    CitationsPage page{.words = std::string{text::trim(typed)}};
    page.citations = TRY(cited_documents(transaction, page.words));
    page.found = page.citations.size();
    if (page.found > documents_shown_max) page.citations.resize(documents_shown_max);
    return citations_page(context, page);
}

}  // namespace caicach::plan
