#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace caicach::attachment
{

/// What the scanner says of one file.
struct Verdict {
    bool is_infected{};
    std::string signature{};  ///< "Win.Test.EICAR_HDB-1", printable ASCII; of an infected file
};

/// The virus scanner of ClamAV, asked over its own socket. It gets the bytes (INSTREAM), not a
/// path: it need not be allowed to read our folder.
class Clamd
{
public:
    /// `address`: the absolute path of a unix socket, "127.0.0.1:3310" or "[::1]:3310": a daemon of
    /// this machine, as what is sent is not encrypted. `seconds` bound the whole of each call.
    Clamd(std::string address, int seconds);

    /// unavailable "attachment.scanner_away" where it is gone, slow, answers what nobody
    /// understands or refuses to scan; why stands in `detail`.
    [[nodiscard]] Result<Verdict> scan(const std::string& path) const;
    /// Whether it answers.
    [[nodiscard]] Result<void> ping() const;

private:
    std::string m_address;
    int m_seconds;
};

}  // namespace caicach::attachment
