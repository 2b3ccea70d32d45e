#pragma once
#include <string>
#include <string_view>

#include "organisation/api.hpp"
#include "personal_data/desk.hpp"

/// For tests of this module and of those below it. Each ends the test where it fails.
namespace caicach::personal_data::testing
{

/// What somebody without an account asked at the agency with that code; the code of the request.
[[nodiscard]] inline std::string request_on_paper(Context& context, std::string_view agency_code,
                                                  RequestKind kind = RequestKind::access)
{
    auto transaction = MUST(context.begin());
    const auto agency =
        MUST(organisation::agency_by_code(transaction, agency_code, context.today()));
    auto request = MUST(receive(context, transaction,
                                {.kind = kind,
                                 .asker = "Lò Thị Mận",
                                 .contact = "bản Nà Sản, 0912 000 111",
                                 .wish = "Cho tôi xem dữ liệu về tôi",
                                 .agency = agency.id,
                                 .received_on = context.today()}));
    MUST(transaction.commit());
    return request.code;
}

}  // namespace caicach::personal_data::testing
