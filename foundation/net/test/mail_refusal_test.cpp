#include "net/mail_refusal.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace caicach::net
{

TEST_CASE("a status says whether the address is wrong, a box or a way fails, or we are turned away")
{
    using enum MailRefusal;
    for (const auto& [status, refusal] : {std::pair{"5.1.0", address},
                                          {"5.1.1", address},
                                          {"5.1.2", address},
                                          {"5.1.3", address},
                                          {"5.1.6", address},
                                          {"5.1.10", address},
                                          {"5.2.1", address},
                                          {"5.1.7", ours},
                                          {"5.1.8", ours},
                                          {"5.2.0", later},
                                          {"5.2.2", later},
                                          {"5.2.3", ours},
                                          {"5.3.0", later},
                                          {"5.3.2", later},
                                          {"5.3.4", ours},
                                          {"5.4.1", later},
                                          {"5.4.4", later},
                                          {"5.5.1", ours},
                                          {"5.6.0", ours},
                                          {"5.6.1", ours},
                                          {"5.7.0", ours},
                                          {"5.7.1", ours},
                                          {"5.7.26", ours},
                                          {"5.7.1 no", ours}}) {
        CAPTURE(status);
        const auto found = refusal_of_status(status);
        REQUIRE(found);
        CHECK((*found == refusal));
    }
    for (const auto* status : {"", "5", "5.", "5.1", "5.1.", "5.0.0", "5.8.1", "4.2.2", "2.1.5",
                               "55.1.1", "5.1.1.1", "5.1.1x", "5.-1.1", "nga", "5..1"}) {
        CAPTURE(status);
        CHECK_FALSE(refusal_of_status(status));
    }
}

TEST_CASE("a server that gives no status is understood by its three digits")
{
    using enum MailRefusal;
    for (const auto& [reply, refusal] : {std::pair{"550 5.7.1 no", ours},
                                         {"550-5.1.1 nobody", address},
                                         {"550 nobody", address},
                                         {"551 moved", address},
                                         {"552 full", later},
                                         {"553 what?", address},
                                         {"554 no", ours},
                                         {"556 no mail", address},
                                         {"550", address},
                                         {"521 no mail here", ours},
                                         {"550 5.0.0 no", address}}) {
        CAPTURE(reply);
        const auto found = refusal_of_reply(reply);
        REQUIRE(found);
        CHECK((*found == refusal));
    }
    for (const auto* reply :
         {"", "nobody", "450 4.2.2 full", "250 2.1.5 yes", "600 no", "99999999999"})
        CHECK_FALSE(refusal_of_reply(reply));
}

}  // namespace caicach::net
