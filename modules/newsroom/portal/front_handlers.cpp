#include "newsroom/portal/front_handlers.hpp"

#include "newsroom/portal/front_views.hpp"

namespace caicach::newsroom
{
namespace
{

/// Where officials begin: the plans. Theirs is another module, which we do not see.
constexpr std::string_view work_path = "/ke-hoach";

}  // namespace

Result<http::Response> show_front(Context& context, const http::Request& /*request*/)
{
    if (context.actor().is_signed_in()) return http::redirect(work_path);
    auto transaction = TRY(context.read());
    const auto page = TRY(front_of(context, transaction));
    return front_page(context, page).set_caching(http::Caching::brief);
}

}  // namespace caicach::newsroom
