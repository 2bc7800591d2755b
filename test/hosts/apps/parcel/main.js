import 'vorleser/lib/define.js';
import { setAssetBase } from 'vorleser-espeak-ng/asset-base.js';

setAssetBase('/espeak-ng/');
