#include "audit/signing_key.hpp"

#include "audit/api.hpp"
#include "crypto/crypto.hpp"
#include "crypto/key_file.hpp"

namespace caicach::audit
{

Result<crypto::SigningKey> signing_key(const std::string& data_folder)
{
    const auto seed = TRY(crypto::key_of_file(data_folder + "/audit.key"));
    auto key = crypto::SigningKey::from_seed(seed);
    VERIFY(key);  // a key file holds as many bytes as a seed
    return std::move(*key);
}

Result<std::string> public_key(const std::string& data_folder)
{
    const auto key = TRY(signing_key(data_folder));
    const auto& bytes = key.public_key();
    return crypto::hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

}  // namespace caicach::audit
